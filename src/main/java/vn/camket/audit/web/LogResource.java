package vn.camket.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import vn.camket.audit.Anchoring;
import vn.camket.audit.LogProofs;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;

/**
 * The log as strangers see it, under /api/log: hashes and signatures, no names. Open to everybody; src/doc/ledger.md has
 * the forms.
 */
@Path("log")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
    @Inject
    LogProofs proofs;

    @Inject
    Anchoring anchoring;

    @Inject
    LogRate rate;

    @Inject
    Caller caller;

    /** The newest signed head, with the public key. */
    @GET
    @Path("head")
    public Response head() {
        return answer(proofs::head);
    }

    /** The head that was signed at this size. */
    @GET
    @Path("head/{size: \\d{1,18}}")
    public Response head(@PathParam("size") long size) {
        return answer(() -> proofs.head(size));
    }

    /** That the tree of one size begins with that of a smaller one. */
    @GET
    @Path("consistency")
    public Response consistency(
            @QueryParam("from") @DefaultValue("0") long from, @QueryParam("to") @DefaultValue("0") long to) {
        return answer(() -> proofs.consistency(from, to));
    }

    /** That a leaf is in the tree of a size. @param leaf its hash in hexadecimal */
    @GET
    @Path("inclusion")
    public Response inclusion(
            @QueryParam("leaf") @DefaultValue("") String leaf, @QueryParam("size") @DefaultValue("0") long size) {
        if (!leaf.matches("[0-9a-f]{64}")) {
            throw new NotFound();
        }
        return answer(() -> proofs.inclusion(HexFormat.of().parseHex(leaf), size));
    }

    @GET
    @Path("tile/{level: \\d{1,2}}/{index: \\d{1,16}}")
    public Response tile(@PathParam("level") int level, @PathParam("index") long index) {
        return answer(() -> proofs.tile(level, index));
    }

    /** The token that a timestamp authority gave for a head, for those who keep the ledger. */
    @GET
    @Path("anchor/{id: \\d{1,18}}/token")
    @Produces("application/timestamp-reply")
    public byte[] token(@PathParam("id") long id) {
        return anchoring.token(id);
    }

    private Response answer(Supplier<Map<String, Object>> fields) {
        var wait = rate.count(caller.address());
        return wait > 0
                ? Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header("Retry-After", wait)
                        .build()
                : Response.ok(fields.get()).build();
    }
}
