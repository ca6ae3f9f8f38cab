package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the REST API says to requests as they come, right and wrong, over a real socket. */
@Timeout(240)
class RestRequestsTest {
    private static final String ACCOUNT = CallPlan.TEST_ACCOUNT_SID;
    private static final String CALLS = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static SocketRuntime web;
    private static FakeTwilio line;

    @BeforeAll
    static void start() throws IOException {
        web = SocketRuntime.start(NanoClock.system());
        line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]));
        line.serveRest(web, new RestSetup(0, ACCOUNT, CallPlan.TEST_AUTH_TOKEN, Set.of()));
    }

    @AfterAll
    static void stop() {
        line.close();
        web.close();
    }

    @ParameterizedTest
    @CsvSource({
        "21201, From=%2B14155550199&Url=http://localhost/v",
        "21213, To=%2B14155550100&Url=http://localhost/v",
        "21211, To=nobody&From=%2B14155550199&Url=http://localhost/v",
        "21212, To=%2B14155550100&From=me&Url=http://localhost/v",
        "21205, To=%2B14155550100&From=%2B14155550199",
        "21205, To=%2B14155550100&From=%2B14155550199&Url=ftp://localhost/v",
        "21205, To=%2B14155550100&From=%2B14155550199&Url=%20%7B",
        "21218, To=%2B14155550100&From=%2B14155550199&ApplicationSid=AP1",
        "21217, To=%2B15005550001&From=%2B14155550199&Twiml=x",
        "20001, To=%2B14155550100&From=%2B14155550199&Twiml=x&Timeout=soon",
        "20001, To=%2B14155550100&From=%2B14155550199&Twiml=x&SendDigits=WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "20001, To=%2B14155550100&From=%ZZ",
        "21201, {\"To\":\"+14155550100\"}",
        "21201, ''",
    })
    void aCallThatCannotBePlacedIsRefusedWithTwiliosNumber(int code, String form) throws Exception {
        HttpResponse<String> refused = post(CALLS, FORM, form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("X-Twilio-Error-Code")).hasValue(String.valueOf(code));
        assertThat(refused.body())
                .startsWith("{\"code\":" + code + ",\"message\":\"")
                .endsWith("\",\"more_info\":\"https://www.twilio.com/docs/errors/" + code + "\",\"status\":400}");
    }

    @Test
    void aJsonBodyIsNoForm() throws Exception {
        HttpResponse<String> refused = post(CALLS, "application/json", "{\"To\":\"+14155550100\"}");

        assertThat(refused.body()).contains("\"code\":21201");
    }

    @Test
    void tooMuchTwimlIsRefused() throws Exception {
        String form = "To=%2B14155550100&From=%2B14155550199&Twiml=" + "x".repeat(4_001);

        assertThat(post(CALLS, FORM, form).body()).contains("\"code\":20001");
    }

    @Test
    void aHugeBodyIsNotRead() throws Exception {
        assertThat(post(CALLS, FORM, "To=" + "x".repeat(2_000_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void anUnknownPathIsNamed() throws Exception {
        HttpResponse<String> lost = send(request("/2010-04-01/Accounts/" + ACCOUNT + "/Conferences.json"));

        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(lost.body())
                .isEqualTo("{\"code\":20404,\"message\":\"The requested resource /2010-04-01/Accounts/" + ACCOUNT
                        + "/Conferences.json was not found\",\"more_info\":"
                        + "\"https://www.twilio.com/docs/errors/20404\",\"status\":404}");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "PATCH", "DELETE"})
    void aWrongMethodIsRefused(String method) throws Exception {
        HttpRequest request = request(CALLS)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> refused = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.body()).contains("\"code\":20004");
    }

    @Test
    void whoDoesNotLogInIsAskedTo() throws Exception {
        HttpResponse<String> refused = send(HttpRequest.newBuilder(url(CALLS)));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Twilio API\"");
        assertThat(refused.headers().firstValue("X-Twilio-Error-Code")).hasValue("20003");
        assertThat(refused.body()).contains("\"Authentication Error - No credentials provided\"");
    }

    @ParameterizedTest
    @CsvSource({"Origin,https://evil.example", "Origin,null", "Sec-Fetch-Site,cross-site", "X-Forwarded-For,192.0.2.1"})
    void aPageThatKnowsThePublishedLoginIsRefused(String header, String value) throws Exception {
        assertThat(send(request(CALLS).header(header, value)).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "AC00000000000000000000000000000000:5ide70ne5ide70ne5ide70ne5ide70ne,Authentication Error - invalid username",
        "AC51de701e51de701e51de701e51de701e:wrong,Authenticate",
        "AC51de701e51de701e51de701e51de701e,Authenticate",
    })
    void whoIsNotTheAccountIsRefused(String login, String message) throws Exception {
        HttpResponse<String> refused = send(HttpRequest.newBuilder(url(CALLS))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(login))));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"message\":\"" + message + "\"");
    }

    @Test
    void anotherAccountsCallsAreNotShown() throws Exception {
        assertThat(send(request("/2010-04-01/Accounts/AC00000000000000000000000000000000/Calls.json"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anApiKeyMayLogInWithTheToken() throws Exception {
        String key = "SK0123456789abcdef0123456789abcdef:" + CallPlan.TEST_AUTH_TOKEN;
        HttpResponse<String> list = send(HttpRequest.newBuilder(url(CALLS))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(key))));

        assertThat(list.statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyListHasTwiliosKeysInOrder() throws Exception {
        String path = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json?Status=busy&PageSize=2&Page=0";

        HttpResponse<String> list = send(request(path));

        assertThat(list.body())
                .isEqualTo("{\"calls\":[],\"end\":0,\"first_page_uri\":\"" + path + "\",\"next_page_uri\":null,"
                        + "\"page\":0,\"page_size\":2,\"previous_page_uri\":null,\"start\":0,\"uri\":\"" + path
                        + "\"}");
    }

    @Test
    void aDateThatIsNoneIsRefused() throws Exception {
        assertThat(send(request(CALLS + "?StartTime%3E=yesterday")).body()).contains("\"code\":20001");
    }

    private static HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        String login = ACCOUNT + ":" + CallPlan.TEST_AUTH_TOKEN;
        return HttpRequest.newBuilder(url(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(login)));
    }

    private static URI url(String path) {
        return URI.create(line.restUrl() + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
