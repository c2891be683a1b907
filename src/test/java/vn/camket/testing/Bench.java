package vn.camket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a request costs: {@code mvn -Pbench} starts the application with one bare Faces page laid beside its own, warms it
 * up, and prints for each page requests a second, the 95th percentile, and the server's CPU a request. Loopback only, about four minutes.
 */
final class Bench {
    private static final int PEOPLE = 2;
    private static final int WARM_WALKS = Integer.getInteger("bench.walks", 60);
    private static final int WALKS = 20;
    private static final Duration WARM = Duration.ofSeconds(Long.getLong("bench.warm", 8));
    private static final Duration LONG = Duration.ofSeconds(Long.getLong("bench.seconds", 12));
    private static final Path TARGET = Path.of(System.getProperty("bench.target", "target"));

    /**
     * One round of measuring.
     *
     * @param rate requests a second
     * @param p95 milliseconds
     * @param cpu milliseconds of the server a request
     */
    private record Cost(String name, double rate, double p95, double cpu) {}

    private final List<Cost> costs = new ArrayList<>();

    private Bench() {}

    public static void main(String[] arguments) {
        layBarePage();
        new Bench().run();
        System.exit(0);
    }

    private void run() {
        var bare = Http.anonymous();
        measure("bare Faces page", person -> () -> bare.get("/health/bare.xhtml"));
        measure("sign-in page", person -> signInPage());
        measure(
                "sign-in (with password hash)",
                person -> () -> Http.as(Person.LEARNER).getOnly("/identity/password.xhtml"));
        var learner = Http.as(Person.LEARNER);
        measure("home", person -> () -> learner.get("/completion/tasks.xhtml"));
        var lesson = Place.ALL.stream()
                .filter(place -> place.pattern().startsWith("/training/lesson"))
                .findFirst()
                .orElseThrow()
                .address();
        measure("lesson", person -> () -> learner.get(lesson));
        var walk = new Walk("moi");
        walk.toTheQuiz();
        var sequence = new AtomicLong(1000);
        measure("quiz answer saved", person -> () -> walk.answer(sequence.incrementAndGet()));
        var head = Http.as(Person.HEAD);
        measure("head's dashboard", person -> () -> head.get("/report/today.xhtml"));
        var province = Http.as(Person.PROVINCE_HEAD);
        measure("province's agencies", person -> () -> province.get("/report/agency.xhtml"));
        journeys();
        print();
    }

    private static Callable<Http.Answer> signInPage() {
        var http = Http.anonymous();
        return () -> http.get("/identity/sign-in.xhtml");
    }

    /** A request for each of the people that ask at the same time. */
    private interface Request {
        Callable<Http.Answer> of(int person);
    }

    /** The bare page always; of the others those whose name holds the text of -Dbench.only. */
    private void measure(String name, Request request) {
        if (!costs.isEmpty() && !name.contains(System.getProperty("bench.only", ""))) {
            return;
        }
        ask(request, WARM);
        var cpu = cpu();
        var times = ask(request, LONG);
        var spent = cpu() - cpu;
        Collections.sort(times);
        costs.add(new Cost(
                name,
                times.size() / (double) LONG.toSeconds(),
                times.get((int) (times.size() * 0.95)) / 1e6,
                spent / (double) times.size() / 1e6));
        System.out.println(costs.get(costs.size() - 1));
    }

    private static List<Long> ask(Request request, Duration howLong) {
        var pool = Executors.newFixedThreadPool(PEOPLE);
        try {
            var asked = new ArrayList<Callable<List<Long>>>();
            for (var person = 0; person < PEOPLE; person++) {
                var one = request.of(person);
                asked.add(() -> askUntil(one, System.nanoTime() + howLong.toNanos()));
            }
            var times = new ArrayList<Long>();
            for (var answered : pool.invokeAll(asked)) {
                times.addAll(answered.get());
            }
            return times;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Long> askUntil(Callable<Http.Answer> request, long until) throws Exception {
        var times = new ArrayList<Long>();
        while (System.nanoTime() < until) {
            var start = System.nanoTime();
            var answer = request.call();
            times.add(System.nanoTime() - start);
            if (answer.status() >= 400) {
                throw new IllegalStateException(answer.status() + " " + answer.path() + " " + answer.body());
            }
        }
        return times;
    }

    /** Whole walks of people who have not begun: what they cost after the password has been proved. */
    private void journeys() {
        fresh(WARM_WALKS).forEach(Walk::whole);
        var walks = fresh(WALKS);
        var cpu = cpu();
        walks.forEach(Walk::whole);
        var each = (cpu() - cpu) / 1e6 / walks.size();
        System.out.printf("journey: %.1f ms of CPU after sign-in, %d people%n", each, walks.size());
        costs.add(new Cost("journey of 12 requests after sign-in", 0, 0, each));
    }

    private static List<Walk> fresh(int people) {
        var module = Participant.firstModule();
        return Stream.generate(() -> new Walk(Participant.whoHasNotBegun(module).userName()))
                .limit(people)
                .toList();
    }

    /** One person's way through a module, as the browser asks. */
    private static final class Walk {
        private final Http http = Http.anonymous();
        private final String where;
        private String attempt = "";

        Walk(String userName) {
            http.signIn(userName, Person.LEARNER.password());
            var enrolment = Application.database()
                    .text(
                            "select max(e.id) from enrolment e join account a on a.employee_id = e.employee_id where a.user_name = ?",
                            userName);
            var step = Place.nextModule(enrolment);
            where = "?enrolment=" + enrolment + "&step=" + step;
        }

        void whole() {
            http.get("/completion/tasks.xhtml");
            toTheQuiz();
            answer(1);
            http.post("/quiz/review.xhtml", Map.of("attempt", attempt));
            http.get("/pledge/mine.xhtml");
        }

        /** Module, lessons, quiz. */
        void toTheQuiz() {
            http.get("/training/module.xhtml" + where);
            var page = http.get("/training/lesson.xhtml" + where);
            while (page.body().contains("id=\"reading\"")) {
                page = http.submit(page, "reading", "reading:done", Map.of());
            }
            var fields = where.substring(1).split("[=&]");
            var begun = http.post("/quiz/start.xhtml", Map.of(fields[0], fields[1], fields[2], fields[3]));
            attempt = begun.path().replaceAll("\\D*(\\d+).*", "$1");
        }

        Http.Answer answer(long sequence) {
            return http.postJson(
                    "/api/quiz/answer",
                    "{\"attempt\":%s,\"slot\":1,\"response\":[1],\"sequence\":%d}".formatted(attempt, sequence));
        }
    }

    /** Nanoseconds of CPU the server has used. */
    private static long cpu() {
        return Application.process().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private void print() {
        var text = new StringBuilder(
                "| page | requests/s | p95 ms | CPU ms a request | against the bare page |\n|---|---|---|---|---|\n");
        for (var cost : costs) {
            text.append("| %s | %s | %s | %.2f | %s |%n"
                    .formatted(
                            cost.name(),
                            cost.rate() == 0 ? "" : "%.0f".formatted(cost.rate()),
                            cost.p95() == 0 ? "" : "%.1f".formatted(cost.p95()),
                            cost.cpu(),
                            cost.rate() == 0
                                    ? ""
                                    : "%.1f ×"
                                            .formatted(cost.cpu() / costs.get(0).cpu())));
        }
        System.out.println(text);
    }

    /** The built application with one page more; it is never part of the product. */
    private static void layBarePage() {
        var root = TARGET.resolve("bench/ROOT");
        copy(TARGET.resolve("ROOT"), root);
        copy(Path.of("src/test/bench"), root);
        System.setProperty("application.folder", TARGET.resolve("bench/run").toString());
        System.setProperty("application.jar", TARGET.resolve("payara-micro.jar").toString());
        System.setProperty("application.options", "-XX:+UseSerialGC");
        System.setProperty(
                "application.arguments",
                "--deploy %s --contextroot / --nohazelcast --disablephonehome --prebootcommandfile %s --postbootcommandfile %s --logproperties %s"
                        .formatted(
                                root.toAbsolutePath(),
                                Path.of("src/main/payara/pre-boot.txt").toAbsolutePath(),
                                Path.of("src/main/payara/post-boot.txt").toAbsolutePath(),
                                Path.of("src/main/payara/logging.properties").toAbsolutePath()));
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
