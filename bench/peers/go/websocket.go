package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"net"
	"sync"
)

// socket is a WebSocket of whole messages, at either end; any goroutine writes, one reads.
type socket struct {
	conn   net.Conn
	in     *bufio.Reader
	client bool
	mutex  sync.Mutex
	frame  []byte
}

var mask = [4]byte{0x5A, 0x13, 0xC7, 0xE9}

func (s *socket) write(payload []byte) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	masked := byte(0)
	if s.client {
		masked = 0x80
	}
	frame := append(s.frame[:0], 0x81)
	if len(payload) < 126 {
		frame = append(frame, masked|byte(len(payload)))
	} else {
		frame = append(frame, masked|126, byte(len(payload)>>8), byte(len(payload)))
	}
	if s.client {
		frame = append(frame, mask[:]...)
	}
	from := len(frame)
	frame = append(frame, payload...)
	if s.client {
		for i := range payload {
			frame[from+i] ^= mask[i&3]
		}
	}
	s.frame = frame
	_, err := s.conn.Write(frame)
	return err
}

// read returns the next text; pings of the load there are none.
func (s *socket) read() ([]byte, error) {
	for {
		var head [2]byte
		if _, err := io.ReadFull(s.in, head[:]); err != nil {
			return nil, err
		}
		length := int(head[1] & 0x7F)
		if length == 126 {
			var long [2]byte
			if _, err := io.ReadFull(s.in, long[:]); err != nil {
				return nil, err
			}
			length = int(binary.BigEndian.Uint16(long[:]))
		}
		var key [4]byte
		masked := head[1]&0x80 != 0
		if masked {
			if _, err := io.ReadFull(s.in, key[:]); err != nil {
				return nil, err
			}
		}
		payload := make([]byte, length)
		if _, err := io.ReadFull(s.in, payload); err != nil {
			return nil, err
		}
		if masked {
			for i := range payload {
				payload[i] ^= key[i&3]
			}
		}
		switch head[0] & 0x0F {
		case 8:
			return nil, io.EOF
		case 1:
			return payload, nil
		}
	}
}
