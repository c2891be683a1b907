package vn.camket.platform;

import java.util.List;

/** What a room has to add to /health/ready: one line for each thing that an overseer should look at. */
public interface HealthDetail {
    /** Empty when all is well. No names, no addresses: everybody may read them. */
    List<String> lines();
}
