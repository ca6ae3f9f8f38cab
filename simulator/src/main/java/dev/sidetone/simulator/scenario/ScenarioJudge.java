package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.scenario.SteppedCall.Deed;
import dev.sidetone.simulator.scenario.SteppedCall.Heard;
import dev.sidetone.simulator.scenario.SteppedCall.Played;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the steps of one call of a scenario by its result and its facts. Figures of turns and barge-ins are the meters', so that the verdict
 * and the table agree. Used once, after the call, by one thread.
 */
final class ScenarioJudge implements Step.Handler {
    private static final double SAME_MS = 0.5;
    private static final int MOST_WORDS = 200;

    private final SteppedCall call;
    private final CallResult result;
    private final List<Checked> checked = new ArrayList<>();
    private final List<Integer> acts = new ArrayList<>();
    private final List<Integer> heardAfter = new ArrayList<>();
    private int number;

    private ScenarioJudge(SteppedCall call, CallResult result) {
        this.call = call;
        this.result = result;
    }

    /** Judges every expectation of the scenario's steps, in their order. */
    static List<Checked> judge(Scenario scenario, SteppedCall call, CallResult result) {
        ScenarioJudge judge = new ScenarioJudge(call, result);
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            if (step instanceof Step.Say || step instanceof Step.Press) {
                judge.acts.add(i + 1);
            }
        }
        for (Step step : scenario.steps()) {
            judge.number++;
            step.deliverTo(judge);
        }
        return judge.checked;
    }

    @Override
    public void hearAgent(Step.HearAgent step) {
        Played played = call.step(number);
        if (played == null) {
            notReached(step.text());
            return;
        }
        int act = lastAct();
        boolean first = !heardAfter.contains(act);
        heardAfter.add(act);
        if (played.inVain() && step.withinMs() == null) {
            add(step.text(), "nothing was heard for " + seconds(ScenarioCaller.ANSWER_MS), played.beganNs(), false);
        } else if (step.withinMs() != null) {
            withinOf(step.text(), step.withinMs(), played, first ? act : -1);
        }
    }

    /** @param act the step whose answer this is, 0 for the greeting, -1 for what is only heard after the step itself began */
    private void withinOf(String want, long mostMs, Played played, int act) {
        Played said = act > 0 ? call.step(act) : null;
        if (act == 0) {
            greeting(want, mostMs, played);
        } else if (said != null && said.onsetNs() != null && said.actedNs() != null && !said.isProbe()) {
            answer(want, mostMs, said.actedNs());
        } else {
            Long fromNs = said == null ? null : said.actedNs();
            heardWithin(want, mostMs, fromNs == null ? played.beganNs() : fromNs);
        }
    }

    private void greeting(String want, long mostMs, Played played) {
        Double atMs = result.greeting().firstAudibleAtMs();
        if (atMs == null) {
            heardWithin(want, mostMs, played.beganNs());
        } else {
            add(want, "the greeting was heard after " + ms(atMs), atMs, atMs <= mostMs);
        }
    }

    private void answer(String want, long mostMs, long endNs) {
        Turn turn = turnThatEnded(endNs);
        if (turn == null) {
            add(want, "what the caller said was no turn: no stream was open", endNs, false);
        } else if (turn.early()) {
            add(want, "the agent began before the caller had finished", turn.callerEndAtMs(), false);
        } else if (turn.overlapped()) {
            add(
                    want,
                    "the answer before was still heard: it ran on past the caller's end",
                    turn.callerEndAtMs(),
                    false);
        } else if (turn.ttfaMs() == null) {
            add(want, "nothing was heard in answer", turn.callerEndAtMs(), false);
        } else {
            String late = turn.judged() ? "" : " (not judged: the machine was too busy)";
            Boolean held = turn.judged() ? (Boolean) (turn.ttfaMs() <= mostMs) : null;
            add(want, "heard after " + ms(turn.ttfaMs()) + late, turn.firstAudibleAtMs(), held);
        }
    }

    private @Nullable Turn turnThatEnded(long endNs) {
        Double endMs = call.atMs(endNs);
        return result.turns().stream()
                .filter(turn -> endMs != null && Math.abs(turn.callerEndAtMs() - endMs) < SAME_MS)
                .findFirst()
                .orElse(null);
    }

    private void heardWithin(String want, long mostMs, long fromNs) {
        Heard heard = call.heardFrom(fromNs);
        if (heard == null) {
            add(want, "nothing was heard from then on", fromNs, false);
            return;
        }
        double afterMs = Math.max(0, heard.startNs() - fromNs) / 1e6;
        add(want, "heard after " + ms(afterMs), Math.max(heard.startNs(), fromNs), afterMs <= mostMs);
    }

    @Override
    public void hearSilence(Step.HearSilence step) {
        Played played = call.step(number);
        if (played == null) {
            notReached(step.text());
        } else if (played.inVain()) {
            add(step.text(), "the agent was still speaking", played.beganNs(), false);
        } else if (step.withinMs() != null) {
            Played next = call.step(number + 1);
            Long lastNs = call.lastHeardBefore(next == null ? Long.MAX_VALUE : next.beganNs());
            long silentNs = lastNs == null ? played.beganNs() : Math.max(lastNs, played.beganNs());
            double afterMs = (silentNs - played.beganNs()) / 1e6;
            add(step.text(), "silent after " + ms(afterMs), silentNs, afterMs <= step.withinMs());
        }
    }

    @Override
    public void say(Step.Say step) {
        Played played = call.step(number);
        if (played != null && played.inVain()) {
            add(step.text(), "the agent did not speak so long: the caller spoke all the same", played.beganNs(), false);
        }
    }

    @Override
    public void press(Step.Press step) {}

    @Override
    public void pause(Step.Pause step) {}

    @Override
    public void fault(Step.InjectFault step) {}

    @Override
    public void hangUp(Step.HangUp step) {}

    @Override
    public void expect(Step.Expect step) {
        if (call.step(number) == null) {
            step.expectations().forEach(each -> notReached(each.text()));
            return;
        }
        int act = lastAct();
        for (Expectation each : step.expectations()) {
            expect(each, act);
        }
    }

    private void expect(Expectation each, int act) {
        if (each instanceof Expectation.AgentSaid said) {
            said(said, act);
        } else if (each instanceof Expectation.Tool tool) {
            tool(tool, act);
        } else if (each instanceof Expectation.Transfer transfer) {
            transfer(transfer);
        } else if (each instanceof Expectation.Finding finding) {
            finding(finding);
        } else {
            Played said = act == 0 ? null : call.step(act);
            checked.add(InterruptionCheck.of(each, number, said == null ? null : said.onsetNs(), call, result));
        }
    }

    private void said(Expectation.AgentSaid want, int act) {
        List<Deed> said = call.words(act, nextAct());
        String all = String.join(" ", said.stream().map(Deed::text).toList());
        boolean held = Words.contain(all, want.words());
        Long atNs = said.isEmpty() ? null : (Long) said.get(0).atNs();
        String got = !call.isTranscribed()
                ? "there is no transcript: words are known with the embedded bridge and an agent that sends them"
                : all.isEmpty()
                        ? "no word of the agent came before the call went on: let the caller hear: silence first"
                        : "the agent said “" + cut(all) + "”";
        checked.add(new Checked(number, want.text(), got, atNs == null ? null : call.atMs(atNs), held));
    }

    private void tool(Expectation.Tool want, int act) {
        List<Deed> called = call.tools(act, nextAct());
        Deed match = called.stream()
                .filter(deed -> deed.text().equals(want.name()))
                .findFirst()
                .orElse(null);
        String names = String.join(", ", called.stream().map(Deed::text).toList());
        String got = called.isEmpty()
                ? "no tool was called (calls are seen with the embedded bridge)"
                : "the agent called " + names;
        checked.add(
                new Checked(number, want.text(), got, match == null ? null : call.atMs(match.atNs()), match != null));
    }

    private void transfer(Expectation.Transfer want) {
        CallResult.Transfer transfer = result.transfer();
        boolean held = transfer != null && transfer.to().equals(want.number());
        String got = transfer == null ? "the caller was not put through" : "put through to " + transfer.to();
        checked.add(new Checked(number, want.text(), got, transfer == null ? null : transfer.atMs(), held));
    }

    private void finding(Expectation.Finding want) {
        CallResult.ReportedFinding found = result.findings().stream()
                .filter(each -> each.code().equals(want.code()))
                .findFirst()
                .orElse(null);
        String got = found != null
                ? found.what()
                : result.findings().isEmpty()
                        ? "nothing was found"
                        : "found: "
                                + String.join(
                                        ", ",
                                        result.findings().stream()
                                                .map(CallResult.ReportedFinding::code)
                                                .distinct()
                                                .toList());
        checked.add(new Checked(number, want.text(), got, found == null ? null : found.atMs(), found != null));
    }

    /** The last step before this one in which the caller said or pressed something; 0 before the first. */
    private int lastAct() {
        return acts.stream().filter(act -> act < number).reduce(0, Math::max);
    }

    private int nextAct() {
        return acts.stream().filter(act -> act > number).findFirst().orElse(Integer.MAX_VALUE);
    }

    private void notReached(String want) {
        checked.add(new Checked(number, want, "the call was over before (" + call.end() + ")", null, false));
    }

    private void add(String want, String got, long atNs, @Nullable Boolean held) {
        add(want, got, call.atMs(atNs), held);
    }

    private void add(String want, String got, @Nullable Double atMs, @Nullable Boolean held) {
        checked.add(new Checked(number, want, got, atMs, held));
    }

    static String ms(double ms) {
        return Math.round(ms) + " ms";
    }

    private static String seconds(long ms) {
        return ms / 1000 + " s";
    }

    private static String cut(String text) {
        return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "…";
    }
}
