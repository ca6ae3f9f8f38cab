#!/bin/sh
# Makes the sounds of this folder: the caller's voice "book-a-table" of the fixtures, which is synthesised, as encoders write it.
# Needs ffmpeg with libmp3lame, libopus and libvorbis.
cd "$(dirname "$0")" || exit 1
voice=../../../../../fixtures/src/main/resources/voices/book-a-table.wav
make() { ffmpeg -v error -y -i $voice -ac 1 -map_metadata -1 -fflags +bitexact -flags:a +bitexact "$@"; }
make -ar 24000 -b:a 32k -write_xing 0 -id3v2_version 0 voice.mp3
make -ar 16000 -b:a 24k -f adts voice.aac
make -ar 8000 -frame_size 512 voice.flac
make -ar 24000 -c:a libopus -b:a 24k -page_duration 200000 voice.opus
make -ar 16000 -c:a libvorbis -q:a 0 voice.ogg
make -ar 24000 -c:a libopus -b:a 24k -f webm voice.webm
make -ar 16000 -b:a 24k -c:a aac voice.m4a
