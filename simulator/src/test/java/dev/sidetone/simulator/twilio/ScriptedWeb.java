package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Web servers whose answers a test has written down beforehand, and what they were asked. An answer that is missing never comes. */
final class ScriptedWeb implements Network {
    final List<Request> requests = new ArrayList<>();
    private final Map<String, Queue<HttpAnswer>> answers = new HashMap<>();
    private static final String ANY = "http://any/";

    private final LongSupplier nowNs;

    record Request(String method, URI url, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    ScriptedWeb(LongSupplier nowNs) {
        this.nowNs = nowNs;
    }

    /** The next answer to a request whose own URL has none. */
    ScriptedWeb answerAny(int status, String body, String... headers) {
        return answer(ANY, status, body, headers);
    }

    /** The next answer of {@code url}; headers as name, value, name, value. */
    ScriptedWeb answer(String url, int status, String body, String... headers) {
        Map<String, List<String>> named = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        HttpHeaders given = HttpHeaders.of(named, (name, value) -> true);
        return put(url, new HttpAnswer.Answered(0, URI.create(url), status, "text/xml", body, false, given));
    }

    /** The next time that {@code url} is asked there is no connection. */
    ScriptedWeb refuse(String url) {
        return put(url, new HttpAnswer.Failed(0, ConnectionFailure.REFUSED, "connection refused"));
    }

    private ScriptedWeb put(String url, HttpAnswer answer) {
        answers.computeIfAbsent(url, none -> new ArrayDeque<>()).add(answer);
        return this;
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        requests.add(new Request(method, url, headers, body));
        Queue<HttpAnswer> waiting = answers.getOrDefault(url.toString(), answers.getOrDefault(ANY, new ArrayDeque<>()));
        HttpAnswer next = waiting.poll();
        if (next instanceof HttpAnswer.Answered said) {
            answer.accept(new HttpAnswer.Answered(
                    nowNs.getAsLong(), url, said.status(), said.contentType(), said.body(), false, said.headers()));
        } else if (next instanceof HttpAnswer.Failed failed) {
            answer.accept(new HttpAnswer.Failed(nowNs.getAsLong(), failed.trouble(), failed.why()));
        }
        return () -> {};
    }

    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        throw new AssertionError("no file is part of this");
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        throw new AssertionError("no stream is part of this");
    }

    @Override
    public void close() {}
}
