// A bridge between Twilio Media Streams and OpenAI Realtime, mu-law both ways, of Go's standard library alone: for bench/run bridge.
package main

import (
	"bufio"
	"crypto/sha1"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
)

type fromTwilio struct {
	Event string `json:"event"`
	Start struct {
		StreamSid string `json:"streamSid"`
	} `json:"start"`
	Media struct {
		Payload string `json:"payload"`
	} `json:"media"`
}

type media struct {
	Event     string `json:"event"`
	StreamSid string `json:"streamSid"`
	Media     struct {
		Payload string `json:"payload"`
	} `json:"media"`
}

type mark struct {
	Event     string `json:"event"`
	StreamSid string `json:"streamSid"`
	Mark      struct {
		Name string `json:"name"`
	} `json:"mark"`
}

type appended struct {
	Type  string `json:"type"`
	Audio string `json:"audio"`
}

type fromAgent struct {
	Type  string `json:"type"`
	Delta string `json:"delta"`
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/voice", func(response http.ResponseWriter, request *http.Request) {
		response.Header().Set("Content-Type", "text/xml")
		fmt.Fprintf(response, `<Response><Connect><Stream url="ws://%s/media"/></Connect></Response>`, request.Host)
	})
	http.HandleFunc("/media", stream)
	fmt.Printf("bridge: http://%s/voice\n", listener.Addr())
	panic(http.Serve(listener, nil))
}

func stream(response http.ResponseWriter, request *http.Request) {
	conn, buffered, err := response.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	sum := sha1.Sum([]byte(request.Header.Get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	fmt.Fprintf(conn, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
		base64.StdEncoding.EncodeToString(sum[:]))
	twilio := &socket{conn: conn, in: buffered.Reader}
	var agent *socket
	for {
		text, err := twilio.read()
		var message fromTwilio
		if err != nil || json.Unmarshal(text, &message) != nil {
			break
		}
		switch message.Event {
		case "start":
			if agent, err = dial(); err != nil {
				fmt.Fprintln(os.Stderr, "agent:", err)
				return
			}
			defer agent.conn.Close()
			go answers(agent, twilio, message.Start.StreamSid)
		case "media":
			if agent != nil {
				out, _ := json.Marshal(appended{"input_audio_buffer.append", message.Media.Payload})
				agent.write(out)
			}
		}
	}
}

func answers(agent, twilio *socket, streamSid string) {
	defer twilio.conn.Close()
	for {
		text, err := agent.read()
		var message fromAgent
		if err != nil || json.Unmarshal(text, &message) != nil {
			return
		}
		switch message.Type {
		case "session.created":
			agent.write([]byte(`{"type":"session.update","session":{"type":"realtime"}}`))
		case "response.output_audio.delta":
			sound := media{Event: "media", StreamSid: streamSid}
			sound.Media.Payload = message.Delta
			out, _ := json.Marshal(sound)
			twilio.write(out)
			behind := mark{Event: "mark", StreamSid: streamSid}
			behind.Mark.Name = "responsePart"
			out, _ = json.Marshal(behind)
			twilio.write(out)
		}
	}
}

func dial() (*socket, error) {
	agent, err := url.Parse(os.Getenv("AGENT_URL"))
	if err != nil {
		return nil, err
	}
	conn, err := net.Dial("tcp", agent.Host)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"+
		"Sec-WebSocket-Key: c2lkZXRvbmUgYmVuY2hlcw==\r\n\r\n", agent.Path, agent.Host)
	in := bufio.NewReader(conn)
	if _, err := http.ReadResponse(in, nil); err != nil {
		return nil, err
	}
	return &socket{conn: conn, in: in, client: true}, nil
}
