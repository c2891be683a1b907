package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import vn.camket.platform.Settings;

/** CAMKET_LOG_FOLDER: where the copy of the log lies, best on another disk or host; log in the data folder by default. */
@ApplicationScoped
class LogFolder {
    @Inject
    Settings settings;

    Path path() {
        return settings.text("camket.log.folder")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElseGet(() -> settings.dataFolder().resolve("log"));
    }

    LogCopy copy() {
        return new LogCopy(path());
    }
}
