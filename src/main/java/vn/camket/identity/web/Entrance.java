package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The bare address: leads to the first page of the working role. */
@Named
@RequestScoped
public class Entrance {
    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    public void lead() throws IOException {
        external.redirect(external.getRequestContextPath() + reader.getHome());
    }
}
