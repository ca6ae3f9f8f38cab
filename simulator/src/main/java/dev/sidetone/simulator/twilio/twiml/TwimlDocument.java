package dev.sidetone.simulator.twilio.twiml;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A TwiML document: its verbs in order, each with its nouns.
 *
 * @param url the URL of the document, from which relative URLs in it start
 */
public record TwimlDocument(URI url, List<Element> verbs) {
    public TwimlDocument {
        verbs = List.copyOf(verbs);
    }

    /** The elements right under {@code parent}. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
