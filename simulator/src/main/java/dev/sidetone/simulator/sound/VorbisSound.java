package dev.sidetone.simulator.sound;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;

/** Decodes the first Vorbis stream of an Ogg file, by JOrbis. Used once. */
final class VorbisSound {
    private static final int HEADERS = 3;

    private final LineSamples into;
    private final StreamState stream = new StreamState();
    private final Info info = new Info();
    private final Comment comment = new Comment();
    private final DspState dsp = new DspState();
    private final Block block = new Block(dsp);
    private int packets;

    private VorbisSound(LineSamples into) {
        this.into = into;
    }

    static void decode(byte[] bytes, LineSamples into) throws IOException {
        new VorbisSound(into).decode(bytes);
    }

    private void decode(byte[] bytes) throws IOException {
        SyncState sync = new SyncState();
        sync.init();
        int at = sync.buffer(bytes.length);
        System.arraycopy(bytes, 0, sync.data, at, bytes.length);
        sync.wrote(bytes.length);
        Page page = new Page();
        int serial = 0;
        boolean begun = false;
        // Negative where bytes were skipped to find the next page.
        for (int found = sync.pageout(page); found != 0; found = sync.pageout(page)) {
            if (found > 0 && !begun) {
                serial = page.serialno();
                stream.init(serial);
                info.init();
                comment.init();
                begun = true;
            }
            if (found > 0 && page.serialno() == serial) {
                stream.pagein(page);
                packets();
            }
        }
        if (packets < HEADERS) {
            throw new IOException("it ends within its headers");
        }
    }

    private void packets() throws IOException {
        Packet packet = new Packet();
        for (int found = stream.packetout(packet); found != 0; found = stream.packetout(packet)) {
            if (found < 0) {
                throw new IOException("a packet is missing");
            }
            packets++;
            if (packets <= HEADERS) {
                header(packet);
            } else if (block.synthesis(packet) == 0) {
                dsp.synthesis_blockin(block);
                take();
            }
        }
    }

    private void header(Packet packet) throws IOException {
        if (info.synthesis_headerin(comment, packet) < 0) {
            throw new IOException("header " + packets + " is not Vorbis");
        }
        if (packets == HEADERS) {
            into.format(info.rate, info.channels);
            dsp.synthesis_init(info);
            block.init(dsp);
        }
    }

    private void take() {
        float[][][] pcm = new float[1][][];
        int[] starts = new int[info.channels];
        for (int count = dsp.synthesis_pcmout(pcm, starts); count > 0; count = dsp.synthesis_pcmout(pcm, starts)) {
            for (int i = 0; i < count; i++) {
                float sum = 0;
                for (int channel = 0; channel < info.channels; channel++) {
                    sum += pcm[0][channel][starts[channel] + i];
                }
                long sample = Math.round(32_767.0 * sum / info.channels);
                into.add((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample)));
            }
            dsp.synthesis_read(count);
        }
    }
}
