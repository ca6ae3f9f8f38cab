package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Route;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Checks a webhook's answer as Twilio does and reads it as TwiML. Stateless, for any thread. */
public final class TwimlReader {
    private static final Set<String> TWIML_TYPES = Set.of("text/xml", "application/xml", "text/html");

    private TwimlReader() {}

    /** The answer is nothing that can be carried out. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Refused(Finding finding) {
            super(finding.what());
            this.finding = finding;
        }

        public Finding finding() {
            return finding;
        }
    }

    /**
     * Reads an answer.
     *
     * @throws Refused with what is wrong with it
     */
    public static TwimlDocument read(HttpAnswer.Answered answer) throws Refused {
        return read(answer, Route.direct(answer.url()));
    }

    /** Reads the answer that came on {@code route}. */
    static TwimlDocument read(HttpAnswer.Answered answer, Route route) throws Refused {
        if (answer.status() < 200 || answer.status() > 299) {
            throw new Refused(TwimlFindings.status(route, answer.status()));
        }
        String type = mediaType(answer.contentType());
        if (type.startsWith("audio/")) {
            return single(answer.url(), "Play", answer.url().toString());
        }
        if (!TWIML_TYPES.contains(type) && !type.equals("text/plain")) {
            throw new Refused(TwimlFindings.contentType(answer.url(), answer.contentType(), answer.body()));
        }
        if (answer.tooLong()) {
            throw new Refused(TwimlFindings.tooLong(answer.url()));
        }
        if (type.equals("text/plain")) {
            return single(answer.url(), "Say", answer.body());
        }
        Element root = parse(answer);
        if (!root.getTagName().equals("Response")) {
            throw new Refused(ForeignAnswer.ofRoot(answer.url(), answer.body(), root.getTagName()));
        }
        return new TwimlDocument(answer.url(), TwimlDocument.children(root));
    }

    /** Plain text is spoken and a sound is played, as if the one verb had come; then the call is hung up. */
    private static TwimlDocument single(URI url, String name, String text) {
        try {
            Document document = parser().newDocument();
            Element response = document.createElement("Response");
            Element verb = document.createElement(name);
            verb.setTextContent(text);
            response.appendChild(verb);
            return new TwimlDocument(url, List.of(verb));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("making XML in memory", e);
        }
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static Element parse(HttpAnswer.Answered answer) throws Refused {
        String body = answer.body().startsWith("\uFEFF") ? answer.body().substring(1) : answer.body();
        try {
            return parser().parse(new InputSource(new StringReader(body))).getDocumentElement();
        } catch (SAXException e) {
            throw new Refused(ForeignAnswer.of(answer.url(), body));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("reading XML from memory", e);
        }
    }

    /** A document type is refused altogether, and with it every entity from elsewhere. */
    private static DocumentBuilder parser() throws ParserConfigurationException {
        // The JDK's own: one that a host program brings need not know these settings, or keep to them.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(null);
        return parser;
    }
}
