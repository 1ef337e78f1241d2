package org.silofri.node.web.news;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.wording.Text;

/**
 * Writes a feed as Atom.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class AtomForm {

    private static final String NS = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private final XMLStreamWriter xml;

    private AtomForm(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(NewsFeed feed) {
        var out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new AtomForm(xml).feed(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written into memory", e);
        }
        return out.toByteArray();
    }

    private void feed(NewsFeed feed) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NS);
        xml.writeAttribute("xml:lang", feed.language());
        element("id", feed.self());
        element("title", feed.title());
        element("updated", time(feed.updated()));
        link("self", FeedLinks.ATOM, feed.self());
        link("alternate", "text/html", feed.home());
        element("generator", "Silofri");
        for (NewsItem item : feed.items()) {
            entry(item);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(NewsItem item) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", item.id());
        text("title", item.title());
        element("updated", time(item.updated()));
        xml.writeStartElement("author");
        element("name", item.author());
        xml.writeEndElement();
        link("alternate", "text/html", item.url());
        if (item.summary() != null) {
            text("summary", item.summary());
        }
        for (NewsItem.Tag tag : item.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", plain(tag.term()));
            xml.writeAttribute("scheme", plain(tag.scheme()));
            xml.writeAttribute("label", plain(tag.label()));
        }
        xml.writeEndElement();
    }

    private void text(String name, Text text) throws XMLStreamException {
        xml.writeStartElement(name);
        if (text.lang() != null) {
            xml.writeAttribute("xml:lang", plain(text.lang()));
        }
        xml.writeCharacters(plain(text.value()));
        xml.writeEndElement();
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(plain(value));
        xml.writeEndElement();
    }

    private void link(String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", plain(href));
    }

    private static String time(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    /** Without what no XML document may hold, XML 1.0 §2.2. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(AtomForm::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
