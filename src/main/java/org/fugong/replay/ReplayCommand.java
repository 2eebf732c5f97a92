package org.fugong.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.fugong.region.County;
import org.fugong.region.Division;
import org.fugong.region.Regions;
import org.fugong.rule.Finding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Computes the verdicts of a county again, or with {@code all} those of every province, on the command line: prints what
 * differs, and ends with 1 where a verdict or a figure does.
 */
@Component
@ConditionalOnProperty("fugong.replay")
class ReplayCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final int NAMED = 100;

    private final VerdictReplay replay;
    private final VerdictRuns runs;
    private final VerdictDifferences differences;
    private final Regions regions;
    private final String wanted;
    private final PrintStream out = System.out;
    private int exitCode;

    ReplayCommand(VerdictReplay replay, VerdictRuns runs, VerdictDifferences differences, Regions regions,
            @Value("${fugong.replay}") String wanted) {
        this.replay = replay;
        this.runs = runs;
        this.differences = differences;
        this.regions = regions;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var scopes = wanted.equals("all")
                ? regions.provinces().stream().map(Division::code).toList()
                : regions.served(wanted).map(County::code).map(List::of).orElse(List.of());
        if (scopes.isEmpty()) {
            out.println("fugong.replay=" + wanted + " is neither all nor the code of a county that this installation serves.");
            exitCode = 2;
        }
        scopes.forEach(this::replay);
    }

    private void replay(String scope) {
        long begun = System.nanoTime();
        long id = replay.begin(scope, null).id();
        while (replay.step(String.valueOf(id))) {
            // the next piece
        }
        var run = runs.findByIdAndScope(id, scope).orElseThrow();
        out.printf("%s: %,d filings recomputed in %.1f s, %,d differ in a verdict or a figure, %,d in words only%n", scope, run.done(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3, run.differing(), run.reworded());
        var first = differences.page(id, 0, NAMED + 1);
        first.stream().limit(NAMED).forEach(line -> out.printf("%s  %s %s  kept %s  computed %s%n", line.no(), line.code(), line.what(),
                summary(line.kept()), summary(line.computed())));
        if (first.size() > NAMED) {
            out.println("… and more: the run " + id + " keeps them all.");
        }
        exitCode = Math.max(exitCode, run.differing() > 0 ? 1 : 0);
    }

    private static String summary(Finding finding) {
        return finding == null
                ? "nothing"
                : "%s needed %s given %s gap %s".formatted(finding.verdict(), finding.needed(), finding.given(), finding.gap());
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
