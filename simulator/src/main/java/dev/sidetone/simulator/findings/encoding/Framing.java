package dev.sidetone.simulator.findings.encoding;

import org.jspecify.annotations.Nullable;

/** Finds the marks of containers and the frames of compressed sound anywhere in a stream. Owned by one {@link FormatDetector}. */
final class Framing {
    private static final long OGG_PAGE = 0x4F676753L;
    private static final int OGG_FIRST_PAGE = 2;
    private static final int OGG_FLAGS = 7;
    private static final long OPUS_HEAD = 0x4F70757348656164L;
    private static final long WAVE_FORMAT = 0x57415645666D7420L;
    private static final long FLAC_STREAM_INFO = 0x664C614300000022L;
    private static final long FLAC_LAST_BLOCK = 0x80000000L;
    private static final long DOC_TYPE_WEBM = 0x4282847765626DL;
    private static final long DOC_TYPE_MATROSKA = 0x4282886D617472L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long FILE_TYPE = 0x66747970L;
    private static final long ID3 = 0x494433L;

    private final FrameChain mp3 = new FrameChain(FrameHeaders::mp3);
    private final FrameChain adts = new FrameChain(FrameHeaders::adts);
    private final FrameChain blocks = new FrameChain(FrameHeaders::simpleBlock);
    private final FlacFrames flac = new FlacFrames();
    /** The last eight bytes, the oldest in the highest place. */
    private long last;

    private long bytes;
    private boolean oggBegan;

    /** Takes in what was sent next; the container that it shows, or else null. */
    @Nullable
    SentFormat next(byte[] sent) {
        for (byte b : sent) {
            last = last << 8 | (b & 0xFF);
            bytes++;
            SentFormat format = bytes < 8 ? null : look();
            if (format != null) {
                return format;
            }
        }
        return null;
    }

    private @Nullable SentFormat look() {
        return switch ((int) (last >>> 56)) {
            case 0xFF -> inFrames();
            case 'O' -> inOgg();
            case 0xA3 -> blocks.goesOn(last, bytes) ? SentFormat.WEBM : null;
            case 'B' -> last >>> 8 == DOC_TYPE_WEBM || last >>> 8 == DOC_TYPE_MATROSKA ? SentFormat.WEBM : null;
            case 0x1F -> last >>> 32 == CLUSTER && isVintOfCluster() ? SentFormat.WEBM : null;
            case 'f' -> (last & ~FLAC_LAST_BLOCK) == FLAC_STREAM_INFO ? SentFormat.FLAC : null;
            case 'W' -> last == WAVE_FORMAT ? SentFormat.WAV : null;
            case 'I' -> last >>> 40 == ID3 && isId3() ? SentFormat.MP3 : null;
            case 0 -> (last & 0xFFFFFFFFL) == FILE_TYPE && last >>> 40 == 0 ? SentFormat.MP4 : null;
            default -> null;
        };
    }

    private @Nullable SentFormat inFrames() {
        if (mp3.goesOn(last, bytes)) {
            return SentFormat.MP3;
        }
        if (adts.goesOn(last, bytes)) {
            return SentFormat.AAC;
        }
        return flac.goesOn(last) ? SentFormat.FLAC : null;
    }

    /** The first page says what is in it a few bytes later. */
    private @Nullable SentFormat inOgg() {
        if (oggBegan && last == OPUS_HEAD) {
            return SentFormat.OGG_OPUS;
        }
        int version = (int) (last >>> 24) & 0xFF;
        int flags = (int) (last >>> 16) & 0xFF;
        if (last >>> 32 != OGG_PAGE || version != 0 || flags > OGG_FLAGS) {
            return null;
        }
        boolean first = (flags & OGG_FIRST_PAGE) != 0;
        oggBegan |= first;
        return first ? null : SentFormat.OGG;
    }

    /** A cluster of a length that is unknown, or short enough for a piece of a stream. */
    private boolean isVintOfCluster() {
        int size = (int) (last >>> 24) & 0xFF;
        boolean unknown = (last & 0xFFFFFFFFL) == 0x01FFFFFFL || size == 0xFF;
        return unknown || (size >= 0x10 && size < 0x80);
    }

    private boolean isId3() {
        int version = (int) (last >>> 32) & 0xFF;
        int flags = (int) (last >>> 16) & 0xFF;
        boolean ofTheFirstRevision = (last >>> 24 & 0xFF) == 0;
        return version >= 2 && version <= 4 && ofTheFirstRevision && (flags & 0x0F) == 0 && (last & 0x8080) == 0;
    }
}
