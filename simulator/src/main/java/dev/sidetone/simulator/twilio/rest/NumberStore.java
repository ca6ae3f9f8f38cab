package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The account's phone numbers. For any thread. */
public final class NumberStore {
    /** More are refused. */
    static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, AccountNumber> bySid = new ConcurrentHashMap<>();

    /** @param clock the time of day, for people to read */
    public NumberStore(Clock clock) {
        this.clock = clock;
    }

    /** The account has {@code number}, answered by {@code voiceUrl}, unless it has it already. */
    public void own(String number, String voiceUrl) {
        String sid = sid(number);
        if (bySid.size() < MOST && !bySid.containsKey(sid)) {
            bySid.putIfAbsent(
                    sid, AccountNumber.bought(sid, number, clock.instant()).with("VoiceUrl", voiceUrl));
        }
    }

    /** The account has {@code own} from the start, and keeps it. */
    public void add(PresetNumber own) {
        String sid = sid(own.number());
        bySid.put(sid, AccountNumber.owned(sid, own, clock.instant()));
    }

    /** The settings of {@code number} now, by the REST API's names; null when the account does not have it. */
    public @Nullable Map<String, String> settings(String number) {
        AccountNumber ours = bySid.get(sid(number));
        return ours == null ? null : ours.settings();
    }

    /**
     * The call that {@code from} makes by dialling {@code number}, to what answers it now.
     *
     * @throws IllegalStateException when nothing does; the message states the reason
     */
    public CallPlan rung(String from, String number, CallPlan like) {
        AccountNumber ours = bySid.get(sid(number));
        if (ours == null) {
            throw new IllegalStateException("the account does not have " + number);
        }
        return ours.rungBy(from, like);
    }

    /** Stores a number as it is now. */
    AccountNumber put(AccountNumber number) {
        AccountNumber changed = number.changed(clock.instant());
        bySid.put(changed.sid(), changed);
        return changed;
    }

    AccountNumber buy(String number) throws RestError {
        AccountNumber bought = AccountNumber.bought(sid(number), number, clock.instant());
        if (bySid.size() >= MOST || bySid.putIfAbsent(bought.sid(), bought) != null) {
            throw RestError.of(21422, "The phone number " + number + " is not available");
        }
        return bought;
    }

    void release(String sid) {
        bySid.remove(sid);
    }

    @Nullable
    AccountNumber find(String sid) {
        return bySid.get(sid);
    }

    /** The name of {@code number}, or null when it is not ours. */
    @Nullable
    String sidOf(String number) {
        AccountNumber ours = bySid.get(sid(number));
        return ours == null ? null : ours.sid();
    }

    List<AccountNumber> all() {
        return bySid.values().stream()
                .sorted(Comparator.comparing(AccountNumber::number))
                .toList();
    }

    private static String sid(String number) {
        UUID name = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
        return "PN" + name.toString().replace("-", "");
    }
}
