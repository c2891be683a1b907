package vn.camket.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Small stateless saves under /api: explicit results, independent of any view. */
@ApplicationPath("/api")
public class Api extends Application {}
