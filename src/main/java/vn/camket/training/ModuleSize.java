package vn.camket.training;

/** What the version published last consists of. */
public record ModuleSize(long moduleId, long lessons, Number minutes) {}
