package vn.camket.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.AgencyChoosing;

/** Suggests agencies of the caller's scope while a name is typed, marks ignored; also reads the chosen one back. */
@Named
@RequestScoped
public class AgencyPicker implements Converter<AgencyChoice> {
    @Inject
    AgencyChoosing choosing;

    public List<AgencyChoice> suggest(String text) {
        return choosing.suggest(text).stream()
                .map(node -> new AgencyChoice(
                        node.id(), node.parentName().isEmpty() ? node.name() : node.name() + ", " + node.parentName()))
                .toList();
    }

    @Override
    public @Nullable AgencyChoice getAsObject(
            @Nullable FacesContext context, @Nullable UIComponent component, @Nullable String value) {
        if (value == null || !value.matches("\\d{1,18}")) {
            return null;
        }
        return choosing.choice(Long.parseLong(value))
                .map(agency -> new AgencyChoice(agency.id(), agency.name()))
                .orElse(null);
    }

    @Override
    public String getAsString(
            @Nullable FacesContext context, @Nullable UIComponent component, @Nullable AgencyChoice choice) {
        return choice == null ? "" : String.valueOf(choice.id());
    }
}
