package vn.camket.platform.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the control of a field say what describes it: its hint and, when it was refused, its error. Whatever writes the
 * control inside, a component or plain HTML, its start tag gets {@code aria-describedby} and {@code aria-invalid}.
 *
 * <p>Attributes: {@code for}, the id of the control; {@code hint}, whether {@code <id>-hint} stands on the page;
 * {@code refused}, whether {@code <id>-error} does.
 */
@FacesComponent("vn.camket.platform.web.Described")
public class Described extends UIComponentBase {
    @Override
    public String getFamily() {
        return "vn.camket";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        var hint = Boolean.TRUE.equals(getAttributes().get("hint"));
        var refused = Boolean.TRUE.equals(getAttributes().get("refused"));
        if (!hint && !refused) {
            super.encodeChildren(context);
            return;
        }
        var plain = context.getResponseWriter();
        var telling = new Telling(plain, String.valueOf(getAttributes().get("for")), hint, refused);
        context.setResponseWriter(telling);
        try {
            super.encodeChildren(context);
            telling.tell();
        } finally {
            context.setResponseWriter(plain);
        }
    }

    /** Holds the two attributes back until it is known whether the tag is the control's. */
    private static final class Telling extends ResponseWriterWrapper {
        private static final Set<String> CONTROLS = Set.of("input", "select", "textarea");
        private static final String DESCRIBED_BY = "aria-describedby";
        private static final String INVALID = "aria-invalid";

        private final String id;
        private final boolean hint;
        private final boolean refused;
        private final Map<String, Object> held = new LinkedHashMap<>();
        private boolean inTag;
        private boolean found;

        Telling(ResponseWriter plain, String id, boolean hint, boolean refused) {
            super(plain);
            this.id = id;
            this.hint = hint;
            this.refused = refused;
        }

        /** Ends the start tag that is being written. */
        void tell() throws IOException {
            if (!inTag) {
                return;
            }
            inTag = false;
            if (found) {
                held.put(DESCRIBED_BY, describedBy());
                if (refused) {
                    held.put(INVALID, "true");
                }
            }
            for (var attribute : held.entrySet()) {
                super.writeAttribute(attribute.getKey(), attribute.getValue(), null);
            }
            held.clear();
            found = false;
        }

        private String describedBy() {
            var ids = new LinkedHashSet<String>();
            if (held.get(DESCRIBED_BY) != null) {
                ids.addAll(Arrays.asList(held.get(DESCRIBED_BY).toString().split(" ")));
            }
            if (hint) {
                ids.add(id + "-hint");
            }
            if (refused) {
                ids.add(id + "-error");
            }
            return String.join(" ", ids);
        }

        @Override
        public void startElement(String name, @Nullable UIComponent component) throws IOException {
            tell();
            super.startElement(name, component);
            inTag = CONTROLS.contains(name);
        }

        @Override
        public void writeAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
            if (inTag && value != null && (DESCRIBED_BY.equals(name) || INVALID.equals(name))) {
                held.put(name, value);
                return;
            }
            found |= inTag && "id".equals(name) && id.equals(value);
            super.writeAttribute(name, value, property);
        }

        @Override
        public void endElement(String name) throws IOException {
            tell();
            super.endElement(name);
        }

        @Override
        public void writeText(Object text, @Nullable String property) throws IOException {
            tell();
            super.writeText(text, property);
        }

        @Override
        public void writeText(Object text, @Nullable UIComponent component, @Nullable String property)
                throws IOException {
            tell();
            super.writeText(text, component, property);
        }

        @Override
        public void writeText(char[] text, int from, int length) throws IOException {
            tell();
            super.writeText(text, from, length);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            tell();
            super.write(text, from, length);
        }

        @Override
        public void write(int character) throws IOException {
            tell();
            super.write(character);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            tell();
            super.write(text, from, length);
        }
    }
}
