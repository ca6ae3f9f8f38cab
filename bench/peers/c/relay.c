/*
 * A relay between Twilio Media Streams and an agent on OpenAI's wire: one thread, epoll, no library. It is the floor of bench/run bridge: it knows
 * the messages of that load and no others, checks nothing and must not be reached by anybody else.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROOM (1 << 19)

enum kind { DOOR, HTTP, TWILIO, AGENT };

struct end {
    int fd;
    enum kind kind;
    int open; /* the WebSocket's handshake is over */
    struct end *other;
    char sid[64];
    char *in;
    size_t in_length, in_room;
    char *out;
    size_t out_length, out_room;
};

static int poll_fd, agent_port, own_port;
static char text[ROOM];

static void grow(char **buffer, size_t *room, size_t needed) {
    if (needed > *room) {
        *room = needed * 2;
        *buffer = realloc(*buffer, *room);
        if (!*buffer) abort();
    }
}

static struct end *add(int fd, enum kind kind) {
    struct end *end = calloc(1, sizeof *end);
    int one = 1;
    end->fd = fd;
    end->kind = kind;
    fcntl(fd, F_SETFL, O_NONBLOCK);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = end};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &event);
    return end;
}

static void watch(struct end *end, int writable) {
    struct epoll_event event = {.events = EPOLLIN | (writable ? EPOLLOUT : 0), .data.ptr = end};
    epoll_ctl(poll_fd, EPOLL_CTL_MOD, end->fd, &event);
}

static void raw(struct end *end, const char *bytes, size_t length) {
    size_t done = 0;
    if (!end->out_length) {
        ssize_t count = send(end->fd, bytes, length, MSG_NOSIGNAL);
        if (count == (ssize_t) length) return;
        done = count > 0 ? (size_t) count : 0;
    }
    grow(&end->out, &end->out_room, end->out_length + length - done);
    memcpy(end->out + end->out_length, bytes + done, length - done);
    end->out_length += length - done;
    watch(end, 1);
}

/* One text message; a client's is masked. */
static void say(struct end *end, const char *message, size_t length) {
    static char frame[ROOM];
    static const unsigned char mask[4] = {0x5A, 0x13, 0xC7, 0xE9};
    int client = end->kind == AGENT;
    size_t at = 0;
    frame[at++] = (char) 0x81;
    if (length < 126) {
        frame[at++] = (char) ((client ? 0x80 : 0) | length);
    } else {
        frame[at++] = (char) ((client ? 0x80 : 0) | 126);
        frame[at++] = (char) (length >> 8);
        frame[at++] = (char) length;
    }
    if (client) {
        memcpy(frame + at, mask, 4);
        at += 4;
        for (size_t i = 0; i < length; i++) frame[at + i] = message[i] ^ (char) mask[i & 3];
    } else {
        memcpy(frame + at, message, length);
    }
    raw(end, frame, at + length);
}

static void drop(struct end *end) {
    struct end *other = end->other;
    if (other) other->other = NULL;
    close(end->fd);
    end->fd = -1; /* freed by nobody: a bench has few, and an event may still name it */
    if (other) drop(other);
}

static const char *value(const char *message, const char *end, const char *key, size_t *length) {
    const char *at = memmem(message, (size_t) (end - message), key, strlen(key));
    if (!at) return NULL;
    at += strlen(key);
    const char *quote = memchr(at, '"', (size_t) (end - at));
    *length = quote ? (size_t) (quote - at) : 0;
    return quote ? at : NULL;
}

static void call_agent(struct end *twilio) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t) agent_port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (struct sockaddr *) &to, sizeof to)) return;
    struct end *agent = add(fd, AGENT);
    agent->other = twilio;
    twilio->other = agent;
    int length = snprintf(text, sizeof text,
            "GET /v1/realtime HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2lkZXRvbmUgYmVuY2hlcw==\r\n\r\n", agent_port);
    raw(agent, text, (size_t) length);
}

static void from_twilio(struct end *twilio, const char *message, const char *end) {
    size_t length;
    const char *payload = value(message, end, "\"payload\":\"", &length);
    if (payload) {
        if (!twilio->other || !twilio->other->open) return;
        static const char head[] = "{\"type\":\"input_audio_buffer.append\",\"audio\":\"";
        size_t at = sizeof head - 1;
        memcpy(text, head, at);
        memcpy(text + at, payload, length);
        memcpy(text + at + length, "\"}", 2);
        say(twilio->other, text, at + length + 2);
    } else if (memmem(message, (size_t) (end - message), "\"event\":\"start\"", 15)) {
        const char *sid = value(message, end, "\"streamSid\":\"", &length);
        if (sid && length < sizeof twilio->sid) memcpy(twilio->sid, sid, length);
        call_agent(twilio);
    }
}

static void from_agent(struct end *agent, const char *message, const char *end) {
    size_t length;
    if (!agent->other) return;
    const char *delta = value(message, end, "\"delta\":\"", &length);
    if (delta) {
        int at = snprintf(text, 200, "{\"event\":\"media\",\"streamSid\":\"%s\",\"media\":{\"payload\":\"", agent->other->sid);
        memcpy(text + at, delta, length);
        memcpy(text + at + length, "\"}}", 3);
        say(agent->other, text, (size_t) at + length + 3);
        at = snprintf(text, 200, "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"responsePart\"}}", agent->other->sid);
        say(agent->other, text, (size_t) at);
    } else if (memmem(message, (size_t) (end - message), "session.created", 15)) {
        static const char update[] = "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\"}}";
        say(agent, update, sizeof update - 1);
    }
}

/* SHA-1 of at most 119 bytes, and base64 of its twenty: what a handshake needs. */
static void accept_key(const char *key, size_t length, char *out) {
    unsigned char block[128] = {0};
    uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    memcpy(block, key, length);
    memcpy(block + length, "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", 36);
    length += 36;
    block[length] = 0x80;
    size_t blocks = length + 9 <= 64 ? 1 : 2;
    block[blocks * 64 - 2] = (unsigned char) (length * 8 >> 8);
    block[blocks * 64 - 1] = (unsigned char) (length * 8);
    for (size_t b = 0; b < blocks; b++) {
        uint32_t w[80];
        for (int i = 0; i < 16; i++)
            w[i] = (uint32_t) block[b * 64 + 4 * i] << 24 | (uint32_t) block[b * 64 + 4 * i + 1] << 16
                    | (uint32_t) block[b * 64 + 4 * i + 2] << 8 | block[b * 64 + 4 * i + 3];
        for (int i = 16; i < 80; i++) {
            uint32_t x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16];
            w[i] = x << 1 | x >> 31;
        }
        uint32_t a = h[0], bb = h[1], c = h[2], d = h[3], e = h[4];
        for (int i = 0; i < 80; i++) {
            uint32_t f = i < 20 ? ((bb & c) | (~bb & d)) : i < 40 ? (bb ^ c ^ d) : i < 60 ? ((bb & c) | (bb & d) | (c & d)) : (bb ^ c ^ d);
            uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
            uint32_t next = (a << 5 | a >> 27) + f + e + k + w[i];
            e = d; d = c; c = bb << 30 | bb >> 2; bb = a; a = next;
        }
        h[0] += a; h[1] += bb; h[2] += c; h[3] += d; h[4] += e;
    }
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char digest[21] = {0};
    for (int i = 0; i < 20; i++) digest[i] = (unsigned char) (h[i / 4] >> (24 - 8 * (i % 4)));
    for (int i = 0; i < 7; i++) {
        uint32_t three = (uint32_t) digest[3 * i] << 16 | (uint32_t) digest[3 * i + 1] << 8 | digest[3 * i + 2];
        for (int k = 0; k < 4; k++) out[4 * i + k] = letters[three >> (18 - 6 * k) & 63];
    }
    out[27] = '=';
    out[28] = 0;
}

static size_t http(struct end *end, char *bytes, size_t length) {
    char *blank = memmem(bytes, length, "\r\n\r\n", 4);
    if (!blank) return 0;
    char *key = end->kind == HTTP ? strcasestr(bytes, "sec-websocket-key: ") : NULL;
    if (end->kind == AGENT) {
        end->open = 1;
    } else if (key && key < blank) {
        char accepted[32];
        key += 19;
        accept_key(key, strcspn(key, "\r"), accepted);
        int answer = snprintf(text, sizeof text,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", accepted);
        raw(end, text, (size_t) answer);
        end->kind = TWILIO;
        end->open = 1;
    } else {
        char body[200];
        int size = snprintf(body, sizeof body, "<Response><Connect><Stream url=\"ws://127.0.0.1:%d/media\"/></Connect></Response>", own_port);
        int answer = snprintf(text, sizeof text,
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", size, body);
        raw(end, text, (size_t) answer);
        shutdown(end->fd, SHUT_WR);
        return length;
    }
    return (size_t) (blank + 4 - bytes);
}

/* Handles what is whole of the bytes; returns how many it has used, or -1 at a closing frame. */
static ssize_t frames(struct end *end, char *bytes, size_t length) {
    size_t at = 0;
    while (length - at >= 2) {
        int opcode = bytes[at] & 0x0F, masked = bytes[at + 1] & 0x80;
        size_t size = bytes[at + 1] & 0x7F, body = at + 2;
        if (size == 126) {
            if (length - at < 4) break;
            size = (size_t) (unsigned char) bytes[at + 2] << 8 | (unsigned char) bytes[at + 3];
            body += 2;
        }
        char *mask = bytes + body;
        if (masked) body += 4;
        if (length < body + size) break;
        if (masked) for (size_t i = 0; i < size; i++) bytes[body + i] ^= mask[i & 3];
        if (opcode == 8) return -1;
        if (opcode == 1 && end->kind == TWILIO) from_twilio(end, bytes + body, bytes + body + size);
        if (opcode == 1 && end->kind == AGENT) from_agent(end, bytes + body, bytes + body + size);
        at = body + size;
    }
    return (ssize_t) at;
}

static void readable(struct end *end) {
    static char shared[ROOM + 1];
    size_t kept = end->in_length;
    memcpy(shared, end->in, kept);
    ssize_t count = recv(end->fd, shared + kept, ROOM - kept, 0);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) { drop(end); return; }
    size_t length = kept + (size_t) count, used = 0;
    shared[length] = 0;
    if (!end->open) used = http(end, shared, length);
    if (end->open) {
        ssize_t more = frames(end, shared + used, length - used);
        if (more < 0) { drop(end); return; }
        used += (size_t) more;
    }
    if (end->fd < 0) return;
    end->in_length = length - used;
    grow(&end->in, &end->in_room, end->in_length);
    memcpy(end->in, shared + used, end->in_length);
}

static void writable(struct end *end) {
    ssize_t count = send(end->fd, end->out, end->out_length, MSG_NOSIGNAL);
    if (count <= 0) return;
    end->out_length -= (size_t) count;
    memmove(end->out, end->out + count, end->out_length);
    if (!end->out_length) watch(end, 0);
}

int main(void) {
    const char *agent = getenv("AGENT_URL"), *colon = agent ? strrchr(agent, ':') : NULL;
    struct sockaddr_in at = {.sin_family = AF_INET};
    socklen_t size = sizeof at;
    if (!colon || !(agent_port = atoi(colon + 1))) {
        fprintf(stderr, "relay: AGENT_URL names no port\n");
        return 2;
    }
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    poll_fd = epoll_create1(0);
    int door = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(door, (struct sockaddr *) &at, sizeof at) || listen(door, 1000)) return 3;
    getsockname(door, (struct sockaddr *) &at, &size);
    own_port = ntohs(at.sin_port);
    add(door, DOOR);
    printf("bridge: http://127.0.0.1:%d/voice\n", own_port);
    fflush(stdout);
    for (;;) {
        struct epoll_event events[256];
        int count = epoll_wait(poll_fd, events, 256, -1);
        for (int i = 0; i < count; i++) {
            struct end *end = events[i].data.ptr;
            if (end->fd < 0) continue;
            if (end->kind == DOOR) {
                int fd = accept(end->fd, NULL, NULL);
                if (fd >= 0) add(fd, HTTP);
                continue;
            }
            if (events[i].events & EPOLLOUT) writable(end);
            if (end->fd >= 0 && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) readable(end);
        }
    }
}
