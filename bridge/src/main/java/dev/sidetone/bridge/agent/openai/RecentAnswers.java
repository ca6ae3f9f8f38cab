package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.agent.RecentIds;
import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The last few answers, each under a name of its own, and the audio received of each; only they can still be unheard.
 *
 * <p>An answer is known by the ids of its item and its response. Servers leave them out, or send the same for all: there a response that
 * begins or is over, and a caller who has finished, tell answers apart. Late audio of an answer that was spoken over keeps its name. On the
 * call's event loop.
 */
final class RecentAnswers {
    private static final int MOST = 16;

    /** One of them. */
    static final class Answer {
        private final String name;
        private final String item;
        private final String response;
        private final int stretch;
        private boolean over;
        private boolean begun;
        private long lineBytes;

        private Answer(String name, String item, String response, int stretch) {
            this.name = name;
            this.item = item;
            this.response = response;
            this.stretch = stretch;
        }

        /** Its name in this conversation, which no other answer has. */
        String name() {
            return name;
        }

        /** Whether no sound of it has come yet. */
        boolean isNew() {
            return !begun;
        }

        void add(int bytes) {
            begun = true;
            lineBytes += bytes;
        }

        private boolean is(String itemId, String responseId) {
            return item.equals(itemId) && response.equals(responseId);
        }
    }

    /** What came of an answer: the item as the server calls it, and how much sound. */
    record Received(String item, long ms) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    /** The responses that the server said to begin. */
    private final Deque<String> announced = new ArrayDeque<>();

    private final RecentIds names = new RecentIds(AgentMemory.IDS);
    private int renamed;
    /** Counts what tells answers apart where ids do not. */
    private int stretch;
    /** A response has begun and is not over. */
    private boolean open;

    private boolean spokenOver;

    /** A response begins. */
    void responseBegan(String id) {
        if (announced.size() == MOST) {
            announced.removeLast();
        }
        announced.addFirst(id);
        open = true;
        spokenOver = false;
        stretch++;
    }

    /** A response is over; {@code whole} if all of it was sent. */
    void responseOver(boolean whole) {
        open = false;
        if (whole) {
            answers.forEach(answer -> answer.over |= answer.stretch == stretch);
            stretch++;
        }
    }

    void callerStarted() {
        spokenOver = true;
    }

    void callerStopped() {
        if (!open) {
            stretch++;
        }
    }

    /** The answer that sound of these ids belongs to; either may be empty. */
    Answer of(String item, String response) {
        Answer last = answers.peekFirst();
        for (Answer each : answers) {
            if (each.is(item, response)) {
                if (!isAnother(each)) {
                    return each;
                }
                break;
            }
        }
        if (last != null && spokenOver && isPart(last, response)) {
            // More of a response that was spoken over is as late as the rest of the part that was heard.
            return last;
        }
        Answer answer = new Answer(name(item, response), item, response, stretch);
        if (answers.size() == MOST) {
            answers.removeLast();
        }
        answers.addFirst(answer);
        return answer;
    }

    /** Whether the answer that is new now goes on from another part of the same response, which has been sounding. */
    boolean goesOn(Answer answer) {
        Iterator<Answer> newestFirst = answers.iterator();
        if (!newestFirst.hasNext() || newestFirst.next() != answer || !newestFirst.hasNext()) {
            return false;
        }
        Answer before = newestFirst.next();
        return before.begun && !before.over && open && isPart(before, answer.response);
    }

    /** Takes out what came of an answer. */
    Optional<Received> take(String name) {
        for (Answer each : answers) {
            if (each.name.equals(name) && each.lineBytes > 0) {
                Received received = new Received(each.item, each.lineBytes * 1000 / LineFrame.RATE_HZ);
                each.lineBytes = 0;
                return Optional.of(received);
            }
        }
        return Optional.empty();
    }

    private boolean isAnother(Answer known) {
        return known.over || (known.stretch < stretch && !isTold(known.response));
    }

    private boolean isPart(Answer before, String response) {
        return before.response.equals(response) && (isTold(response) || (open && before.stretch == stretch));
    }

    /** Whether the server tells this response from others by its id. */
    private boolean isTold(String response) {
        return !response.isEmpty()
                && announced.stream().filter(response::equals).count() == 1;
    }

    private String name(String item, String response) {
        String name = !item.isEmpty() ? item : !response.isEmpty() ? response : "answer";
        return names.add(name) ? name : name + "~" + ++renamed;
    }
}
