// A bridge between Twilio Media Streams and PyAI Omni in the shape of the vendor's guide: fastify, ws and alawmulaw. At another rate than the
// line's it resamples by linear interpolation, without a filter.
import alawmulaw from 'alawmulaw';
import Fastify from 'fastify';
import WebSocket, { WebSocketServer } from 'ws';

const { mulaw } = alawmulaw;
const agentUrl = process.env.AGENT_URL;
const rate = Number(process.env.RATE ?? 8000);
const factor = rate / 8000;

const app = Fastify();
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body)));
});
app.all('/voice', (request, reply) => {
    reply.type('text/xml').send(
        '<?xml version="1.0" encoding="UTF-8"?><Response><Connect>' +
            `<Stream url="ws://${request.headers.host}/media"/></Connect></Response>`,
    );
});

/** Raises the rate by linear interpolation; `last` is the sample before. */
function raise(samples, last) {
    if (factor === 1) {
        return samples;
    }
    const out = new Int16Array(samples.length * factor);
    let before = last;
    for (let i = 0; i < samples.length; i++) {
        for (let k = 0; k < factor; k++) {
            out[i * factor + k] = before + ((samples[i] - before) * k) / factor;
        }
        before = samples[i];
    }
    return out;
}

/** Lowers the rate by leaving samples out. */
function lower(samples) {
    if (factor === 1) {
        return samples;
    }
    const out = new Int16Array(samples.length / factor);
    for (let i = 0; i < out.length; i++) {
        out[i] = samples[i * factor];
    }
    return out;
}

function toSamples(data) {
    const samples = new Int16Array(data.length / 2);
    for (let i = 0; i < samples.length; i++) {
        samples[i] = data.readInt16LE(2 * i);
    }
    return samples;
}

await app.ready();
const streams = new WebSocketServer({ server: app.server, path: '/media' });

streams.on('connection', (twilio) => {
    let streamSid = null;
    let last = 0;
    const agent = new WebSocket(`${agentUrl}?format=pcm16&rate=${rate}`, ['pyai.v1', 'pyai-key.any']);

    agent.on('message', (data, isBinary) => {
        if (isBinary) {
            const payload = Buffer.from(mulaw.encode(lower(toSamples(data)))).toString('base64');
            twilio.send(JSON.stringify({ event: 'media', streamSid, media: { payload } }));
            return;
        }
        const message = JSON.parse(data.toString());
        if (message.event === 'hello') {
            agent.send(JSON.stringify({ event: 'configure', persona: 'You are a helpful assistant.', greeting: '' }));
        } else if (message.event === 'flush') {
            twilio.send(JSON.stringify({ event: 'clear', streamSid }));
        } else if (message.event === 'session_ending') {
            twilio.close();
        }
    });

    twilio.on('message', (data) => {
        const message = JSON.parse(data.toString());
        if (message.event === 'start') {
            streamSid = message.start.streamSid;
        } else if (message.event === 'media') {
            if (agent.readyState === WebSocket.OPEN) {
                const samples = mulaw.decode(Buffer.from(message.media.payload, 'base64'));
                const raised = raise(samples, last);
                last = samples[samples.length - 1];
                agent.send(Buffer.from(raised.buffer, raised.byteOffset, raised.byteLength));
            }
        } else if (message.event === 'dtmf' && agent.readyState === WebSocket.OPEN) {
            agent.send(JSON.stringify({ type: 'dtmf', digit: message.dtmf.digit }));
        }
    });

    twilio.on('close', () => agent.close());
    agent.on('close', () => twilio.close());
    agent.on('error', (error) => console.error('agent:', error.message));
});

const address = await app.listen({ port: Number(process.env.PORT ?? 0), host: '127.0.0.1' });
console.log(`bridge: ${address}/voice`);
