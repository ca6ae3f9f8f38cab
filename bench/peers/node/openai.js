// A bridge between Twilio Media Streams and OpenAI Realtime in the shape of the vendors' guides: express and ws, mu-law both ways.
import express from 'express';
import http from 'node:http';
import WebSocket, { WebSocketServer } from 'ws';

const agentUrl = process.env.AGENT_URL;
const app = express();
app.use(express.urlencoded({ extended: false }));

app.all('/voice', (request, response) => {
    response.type('text/xml').send(
        '<?xml version="1.0" encoding="UTF-8"?><Response><Connect>' +
            `<Stream url="ws://${request.headers.host}/media"/></Connect></Response>`,
    );
});

const server = http.createServer(app);
const streams = new WebSocketServer({ server, path: '/media' });

streams.on('connection', (twilio) => {
    let streamSid = null;
    let latestMediaTimestamp = 0;
    let responseStartTimestamp = null;
    let lastAssistantItem = null;
    let markQueue = [];

    const agent = new WebSocket(agentUrl, { headers: { Authorization: 'Bearer any' } });

    const initializeSession = () => {
        agent.send(JSON.stringify({
            type: 'session.update',
            session: {
                type: 'realtime',
                output_modalities: ['audio'],
                audio: {
                    input: { format: { type: 'audio/pcmu' }, turn_detection: { type: 'server_vad' } },
                    output: { format: { type: 'audio/pcmu' }, voice: 'alloy' },
                },
                instructions: 'You are a helpful assistant.',
            },
        }));
    };

    const handleSpeechStarted = () => {
        if (markQueue.length > 0 && responseStartTimestamp != null) {
            if (lastAssistantItem) {
                agent.send(JSON.stringify({
                    type: 'conversation.item.truncate',
                    item_id: lastAssistantItem,
                    content_index: 0,
                    audio_end_ms: latestMediaTimestamp - responseStartTimestamp,
                }));
            }
            twilio.send(JSON.stringify({ event: 'clear', streamSid }));
            markQueue = [];
            lastAssistantItem = null;
            responseStartTimestamp = null;
        }
    };

    const sendMark = () => {
        twilio.send(JSON.stringify({ event: 'mark', streamSid, mark: { name: 'responsePart' } }));
        markQueue.push('responsePart');
    };

    agent.on('open', () => setTimeout(initializeSession, 100));

    agent.on('message', (data) => {
        const message = JSON.parse(data);
        if (message.type === 'response.output_audio.delta' && message.delta) {
            twilio.send(JSON.stringify({ event: 'media', streamSid, media: { payload: message.delta } }));
            if (responseStartTimestamp == null) {
                responseStartTimestamp = latestMediaTimestamp;
            }
            if (message.item_id) {
                lastAssistantItem = message.item_id;
            }
            sendMark();
        } else if (message.type === 'input_audio_buffer.speech_started') {
            handleSpeechStarted();
        }
    });

    twilio.on('message', (data) => {
        const message = JSON.parse(data);
        switch (message.event) {
            case 'media':
                latestMediaTimestamp = message.media.timestamp;
                if (agent.readyState === WebSocket.OPEN) {
                    agent.send(JSON.stringify({ type: 'input_audio_buffer.append', audio: message.media.payload }));
                }
                break;
            case 'start':
                streamSid = message.start.streamSid;
                responseStartTimestamp = null;
                latestMediaTimestamp = 0;
                break;
            case 'mark':
                if (markQueue.length > 0) {
                    markQueue.shift();
                }
                break;
            default:
                break;
        }
    });

    twilio.on('close', () => agent.close());
    agent.on('close', () => twilio.close());
    agent.on('error', (error) => console.error('agent:', error.message));
});

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    console.log(`bridge: http://127.0.0.1:${server.address().port}/voice`);
});
