package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cloud that live mode is tested against behaves like one. */
@Timeout(240)
class CloudIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNumberIsAnsweredByWhatWasSetForItOverRest() throws Exception {
        BlockingQueue<RequestHandler.Request> came = new LinkedBlockingQueue<>();
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                SocketRuntime.Listening server = web.listen("127.0.0.1", 0, 1, hangingUp(came));
                Cloud cloud = Cloud.start(folder);
                TwilioApi api = new TwilioApi(cloud.account())) {
            cloud.publish(server.port());
            VoiceNumber number = number(api, Cloud.FRESH);
            api.numbers()
                    .write(
                            number,
                            number.settings()
                                    .with(VoiceSetting.VOICE_URL, cloud.publicOrigin() + "/voice")
                                    .with(VoiceSetting.STATUS_CALLBACK, cloud.publicOrigin() + "/call-status"));

            TwilioCall call = ring(cloud, Cloud.FRESH);

            RequestHandler.Request voice = came.poll(60, TimeUnit.SECONDS);
            assertThat(voice).isNotNull();
            assertThat(voice.path()).isEqualTo("/voice");
            assertThat(voice.headers()).containsKey("x-twilio-signature").containsEntry("host", host(cloud));
            assertThat(voice.body()).contains(call.callSid());
            assertThat(came.poll(60, TimeUnit.SECONDS)).isNotNull().satisfies(told -> assertThat(
                            told.path() + told.body())
                    .startsWith("/call-status")
                    .contains("CallbackSource=call-progress-events", call.callSid()));
        }
    }

    @Test
    void aNumberThatNobodyAnswersIsToldWhy() throws Exception {
        try (Cloud cloud = Cloud.start(folder)) {
            assertThatThrownBy(() -> ring(cloud, Cloud.FRESH)).hasMessageContaining("has no voice URL");
            assertThatThrownBy(() -> ring(cloud, Cloud.MESSAGES_ONLY)).hasMessageContaining("no voice capability");
            assertThatThrownBy(() -> ring(cloud, Cloud.TRUNKED)).hasMessageContaining("TrunkSid");
            assertThatThrownBy(() -> ring(cloud, Cloud.APPLICATION)).hasMessageContaining("VoiceApplicationSid");
            assertThatThrownBy(() -> ring(cloud, "+15550399")).hasMessageContaining("does not have +15550399");
        }
    }

    private static TwilioCall ring(Cloud cloud, String number) {
        return cloud.ring("+15550100", number, new CallerScript().hangUp().caller());
    }

    private static VoiceNumber number(TwilioApi api, String number) throws Exception {
        return api.numbers().list().stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static String host(Cloud cloud) {
        return cloud.publicOrigin().substring("https://".length());
    }

    private static RequestHandler hangingUp(BlockingQueue<RequestHandler.Request> came) {
        return new RequestHandler() {
            @Override
            public Response answer(Request request, EventLoop loop) {
                came.add(request);
                return new Response(200, "text/xml", "<Response><Hangup/></Response>");
            }

            @Override
            public Upgrade upgrade(Request request, EventLoop loop) {
                return new Upgrade.Refuse(404, "no");
            }
        };
    }
}
