package city.dure.papers;

import city.dure.papers.PaperRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an SVG anew with nothing but shapes, their colours and gradients (SVG 2, chapters 5, 8 to
 * 14). Whatever acts, loads or repeats itself, known or yet to come, is on no list and stays out.
 */
final class SvgPicture {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int MOST_ELEMENTS = 5_000;
    private static final int DEEPEST = 50;

    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text");
    private static final Set<String> OTHERS =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "title",
                    "desc",
                    "tspan",
                    "clipPath",
                    "linearGradient",
                    "radialGradient",
                    "stop");

    /** Also what may stand in a {@code style} attribute. */
    private static final Set<String> LOOKS =
            Set.of(
                    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap"
                            .concat(" stroke-linejoin stroke-miterlimit stroke-dasharray")
                            .concat(" stroke-dashoffset opacity clip-path clip-rule stop-color")
                            .concat(" stop-opacity font-size font-weight font-family text-anchor")
                            .split(" "));

    private static final Set<String> PLACES =
            Set.of(
                    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points dx dy offset"
                            .concat(" transform gradientTransform gradientUnits clipPathUnits")
                            .concat(" spreadMethod preserveAspectRatio id")
                            .split(" "));

    /** A value may point to a part of the same picture, and to nothing else. */
    private static final Pattern HARMLESS = Pattern.compile("[-\\p{L}\\p{N}_\\s.,()%+#'\"]*");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)url\\s*\\((?!#[-\\w.]+\\))|image\\s*\\(|expression\\s*\\(");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int elements;
    private int shapes;
    private int removed;

    private SvgPicture(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static Emblem clean(byte[] file) {
        var text = new StringWriter();
        try {
            var picture =
                    new SvgPicture(
                            reader(file),
                            XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            picture.write();
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return new Emblem("svg", bytes, picture.removed);
        } catch (XMLStreamException e) {
            throw new PaperRefused(Reason.UNKNOWN_KIND, e);
        }
    }

    /** Without a document type, so that nothing is fetched and nothing unfolds. */
    private static XMLStreamReader reader(byte[] file) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(file));
    }

    private void write() throws XMLStreamException {
        while (in.getEventType() != XMLStreamConstants.START_ELEMENT) {
            in.next();
        }
        if (!in.getLocalName().equals("svg")) {
            throw new PaperRefused(Reason.UNKNOWN_KIND);
        }
        element(1);
        out.flush();
        if (shapes == 0) {
            throw new PaperRefused(Reason.EMPTY);
        }
    }

    private void element(int depth) throws XMLStreamException {
        String name = in.getLocalName();
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new PaperRefused(Reason.TOO_COMPLEX);
        }
        shapes += SHAPES.contains(name) ? 1 : 0;
        out.writeStartElement(name);
        if (depth == 1) {
            out.writeDefaultNamespace(SVG);
        }
        for (var attribute : attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        content(depth);
        out.writeEndElement();
    }

    private void content(int depth) throws XMLStreamException {
        while (in.next() != XMLStreamConstants.END_ELEMENT) {
            if (in.isStartElement() && isKept()) {
                element(depth + 1);
            } else if (in.isStartElement()) {
                skip();
            } else if (in.isCharacters()) {
                out.writeCharacters(in.getText());
            }
        }
    }

    private boolean isKept() {
        String name = in.getLocalName();
        String space = in.getNamespaceURI();
        return (space == null || space.isEmpty() || space.equals(SVG))
                && (SHAPES.contains(name) || OTHERS.contains(name));
    }

    private void skip() throws XMLStreamException {
        removed++;
        for (int open = 1; open > 0; ) {
            int event = in.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            if (++elements > MOST_ELEMENTS) {
                throw new PaperRefused(Reason.TOO_COMPLEX);
            }
        }
    }

    private Map<String, String> attributes() {
        var kept = new LinkedHashMap<String, String>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            if (in.getAttributePrefix(i) != null && !in.getAttributePrefix(i).isEmpty()) {
                removed++;
            } else if (name.equals("style")) {
                style(kept, in.getAttributeValue(i));
            } else {
                keep(
                        kept,
                        name,
                        in.getAttributeValue(i),
                        LOOKS.contains(name) || PLACES.contains(name));
            }
        }
        return kept;
    }

    /**
     * A style attribute would need a looser policy than pages have; its looks become attributes.
     */
    private void style(Map<String, String> kept, String style) {
        Arrays.stream(style.split(";"))
                .map(declaration -> declaration.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts ->
                        keep(
                                kept,
                                parts[0].strip(),
                                parts[1].strip(),
                                LOOKS.contains(parts[0].strip())));
    }

    private void keep(Map<String, String> kept, String name, String value, boolean known) {
        if (known && HARMLESS.matcher(value).matches() && !ELSEWHERE.matcher(value).find()) {
            kept.put(name, value);
        } else {
            removed++;
        }
    }
}
