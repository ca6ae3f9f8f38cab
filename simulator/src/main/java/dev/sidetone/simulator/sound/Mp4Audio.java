package dev.sidetone.simulator.sound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The first AAC track of an MP4 file (ISO/IEC 14496-12 and -14): the decoder's configuration and the frames. Every count and length in the file
 * is taken for what the file can hold, so that a file of a few bytes never costs more than itself. Read once, then for any thread.
 */
final class Mp4Audio implements Iterable<byte[]> {
    private static final int BOX_HEADER = 8;
    private static final int FULL_BOX = 4;
    /** Of a sample entry: reserved, the reference, and the fields of sound; QuickTime's versions 1 and 2 have more of them. */
    private static final int ENTRY_VERSION_AT = 8;

    private static final int[] ENTRY_BYTES = {28, 44, 64};
    /** Kinds of descriptors within {@code esds}. */
    private static final int ES = 3;

    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    /** Before the children of a decoder's configuration: kind, stream, buffer and rates. */
    private static final int DECODER_CONFIG_BYTES = 13;

    private final ByteBuffer file;
    private final byte[] config;
    private final ByteBuffer sizes;
    private final ByteBuffer chunks;
    private final ByteBuffer offsets;
    private final boolean wideOffsets;

    private Mp4Audio(ByteBuffer file, byte[] config, ByteBuffer table) throws UnreadSound {
        this.file = file;
        this.config = config;
        this.sizes = needed(table, "stsz");
        this.chunks = needed(table, "stsc");
        ByteBuffer narrow = box(table, "stco");
        this.wideOffsets = narrow == null;
        this.offsets = narrow == null ? needed(table, "co64") : narrow;
    }

    /** @throws UnreadSound if there is no track of AAC */
    static Mp4Audio of(byte[] bytes) throws UnreadSound {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        ByteBuffer movie = needed(file, "moov");
        for (ByteBuffer track = box(movie, "trak"); track != null; track = box(movie, "trak")) {
            ByteBuffer media = box(track, "mdia");
            ByteBuffer minimal = media == null ? null : box(media, "minf");
            ByteBuffer table = minimal == null ? null : box(minimal, "stbl");
            byte[] config = table == null ? null : config(table.duplicate());
            if (table != null && config != null) {
                return new Mp4Audio(ByteBuffer.wrap(bytes), config, table);
            }
        }
        throw new UnreadSound("is MP4 without AAC, and of MP4 only AAC is read here");
    }

    /** What the AAC decoder is set up with: an AudioSpecificConfig. */
    byte[] config() {
        return config.clone();
    }

    /** The frames in the order in which they are played; each is a copy. */
    @Override
    public Iterator<byte[]> iterator() {
        return new Frames();
    }

    private static byte @Nullable [] config(ByteBuffer table) {
        ByteBuffer descriptions = box(table, "stsd");
        ByteBuffer entry = descriptions == null ? null : box(skipped(descriptions, FULL_BOX + 4), "mp4a");
        if (entry == null || entry.remaining() < ENTRY_VERSION_AT + 2) {
            return null;
        }
        int version = entry.getShort(entry.position() + ENTRY_VERSION_AT) & 0xFFFF;
        ByteBuffer children = skipped(entry, ENTRY_BYTES[Math.min(version, ENTRY_BYTES.length - 1)]);
        ByteBuffer wave = box(children.duplicate(), "wave");
        ByteBuffer description = box(wave == null ? children : wave, "esds");
        return description == null ? null : specific(skipped(description, FULL_BOX));
    }

    /** The decoder's own configuration, two descriptors deep. */
    private static byte @Nullable [] specific(ByteBuffer in) {
        ByteBuffer stream = descriptor(in, ES);
        if (stream == null || stream.remaining() < 3) {
            return null;
        }
        int flags = stream.get(stream.position() + 2);
        ByteBuffer rest = skipped(stream, 3 + ((flags & 0x80) == 0 ? 0 : 2));
        if ((flags & 0x40) != 0 && rest.hasRemaining()) {
            rest = skipped(rest, 1 + (rest.get(rest.position()) & 0xFF));
        }
        ByteBuffer decoder = descriptor(skipped(rest, (flags & 0x20) == 0 ? 0 : 2), DECODER_CONFIG);
        ByteBuffer own = decoder == null ? null : descriptor(skipped(decoder, DECODER_CONFIG_BYTES), DECODER_SPECIFIC);
        if (own == null) {
            return null;
        }
        byte[] config = new byte[own.remaining()];
        own.get(config);
        return config;
    }

    /** The contents of the next descriptor of kind {@code tag}. */
    private static @Nullable ByteBuffer descriptor(ByteBuffer in, int tag) {
        while (in.remaining() >= 2) {
            int kind = in.get();
            int length = 0;
            int digit = 0x80;
            for (int i = 0; i < 4 && (digit & 0x80) != 0 && in.hasRemaining(); i++) {
                digit = in.get();
                length = length << 7 | (digit & 0x7F);
            }
            ByteBuffer body = taken(in, length);
            if (kind == tag) {
                return body;
            }
        }
        return null;
    }

    private static ByteBuffer needed(ByteBuffer in, String type) throws UnreadSound {
        ByteBuffer found = box(in.duplicate(), type);
        if (found == null) {
            throw new UnreadSound("is MP4 without AAC, and of MP4 only AAC is read here");
        }
        return found;
    }

    /** The contents of the next box of {@code type}; {@code in} is then behind it. Null if there is none. */
    private static @Nullable ByteBuffer box(ByteBuffer in, String type) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] found = new byte[name.length];
        while (in.remaining() >= BOX_HEADER) {
            long size = in.getInt() & 0xFFFFFFFFL;
            in.get(found);
            long header = BOX_HEADER;
            if (size == 1 && in.remaining() >= Long.BYTES) {
                size = in.getLong();
                header += Long.BYTES;
            } else if (size == 0) {
                size = header + in.remaining();
            }
            if (size < header) {
                return null;
            }
            ByteBuffer body = taken(in, size - header);
            if (Arrays.equals(name, found)) {
                return body;
            }
        }
        return null;
    }

    /** The next bytes, as many as there are of those that are said to be there. */
    private static ByteBuffer taken(ByteBuffer in, long length) {
        int there = (int) Math.min(length, in.remaining());
        ByteBuffer body = in.slice(in.position(), there);
        in.position(in.position() + there);
        return body;
    }

    private static ByteBuffer skipped(ByteBuffer in, int count) {
        ByteBuffer rest = in.duplicate();
        return rest.position(rest.position() + Math.min(count, rest.remaining()));
    }

    /** Walks through the chunks; ends where the tables or the file end. */
    private final class Frames implements Iterator<byte[]> {
        private final ByteBuffer eachSize = skipped(sizes, FULL_BOX + 8);
        private final ByteBuffer eachRun = skipped(chunks, FULL_BOX + 4);
        private final ByteBuffer eachOffset = skipped(offsets, FULL_BOX + 4);
        private final int sameSize = sizes.remaining() < FULL_BOX + 8 ? 0 : sizes.getInt(FULL_BOX);
        private long left = sizes.remaining() < FULL_BOX + 8 ? 0 : sizes.getInt(FULL_BOX + 4) & 0xFFFFFFFFL;
        private long chunk;
        private long framesInChunk;
        private long leftInChunk;
        private long at;
        /** Chunks that lie on each other would make more of a file than it is. */
        private long given;

        private byte @Nullable [] next = read();

        private byte @Nullable [] read() {
            if (left-- <= 0 || !isInChunk()) {
                return null;
            }
            long size = sameSize == 0 && eachSize.remaining() >= Integer.BYTES
                    ? eachSize.getInt() & 0xFFFFFFFFL
                    : sameSize & 0xFFFFFFFFL;
            leftInChunk--;
            given += size;
            if (size == 0 || given > file.capacity() || at < 0 || at > file.capacity() - size) {
                return null;
            }
            byte[] frame = new byte[(int) size];
            file.get((int) at, frame);
            at += size;
            return frame;
        }

        private boolean isInChunk() {
            while (leftInChunk == 0) {
                if (eachOffset.remaining() < (wideOffsets ? Long.BYTES : Integer.BYTES)) {
                    return false;
                }
                at = wideOffsets ? eachOffset.getLong() : eachOffset.getInt() & 0xFFFFFFFFL;
                chunk++;
                beginRun();
                leftInChunk = framesInChunk;
            }
            return true;
        }

        /** An entry holds from its first chunk to before the next entry's. */
        private void beginRun() {
            int entry = 3 * Integer.BYTES;
            if (eachRun.remaining() >= entry && (eachRun.getInt(eachRun.position()) & 0xFFFFFFFFL) <= chunk) {
                framesInChunk = eachRun.getInt(eachRun.position() + Integer.BYTES) & 0xFFFFFFFFL;
                eachRun.position(eachRun.position() + entry);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            byte[] frame = next;
            if (frame == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return frame;
        }
    }
}
