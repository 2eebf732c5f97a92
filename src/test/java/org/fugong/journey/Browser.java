package org.fugong.journey;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The Chromium of this machine, one for all tests; hands a test its {@link Visitor}s. Where there is none the tests are
 * skipped and say so, but with {@code CI=true} they fail.
 */
class Browser implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Browser.class);

    /** A visitor with a telephone of 360 pixels. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Phone {
    }

    /** A visitor whose browser runs no script. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NoScript {
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return chromium().isPresent() || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("Chromium is there, or has to be")
                : ConditionEvaluationResult.disabled("No Chromium on the PATH, so no browser test is run");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var port = SpringExtension.getApplicationContext(context).getEnvironment().getRequiredProperty("local.server.port");
        var visitor = new Visitor(context.getRoot().getStore(HERE).computeIfAbsent(Running.class).browser,
                "http://localhost:" + port, parameter.isAnnotated(Phone.class), !parameter.isAnnotated(NoScript.class));
        context.getStore(HERE).computeIfAbsent(Visitors.class).all.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            context.getStore(HERE).computeIfAbsent(Visitors.class).all
                    .forEach(visitor -> visitor.photograph(Path.of("target", "journeys", context.getRequiredTestMethod().getName()
                            + "-" + visitor.hashCode() + ".png"), true));
        }
    }

    private static Optional<Path> chromium() {
        return Pattern.compile(File.pathSeparator).splitAsStream(System.getenv().getOrDefault("PATH", "")).map(Path::of)
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(folder::resolve))
                .filter(Files::isExecutable).findFirst();
    }

    /** The browser, started once and closed after the last test. */
    private static final class Running implements AutoCloseable {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final com.microsoft.playwright.Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium().orElseThrow(() -> new AssertionError("CI=true, but no Chromium is on the PATH")))
                .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--no-first-run")));

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** Who takes part in one test; they leave when it ends. */
    private static final class Visitors implements AutoCloseable {

        private final List<Visitor> all = new ArrayList<>();

        @Override
        public void close() {
            all.forEach(Visitor::leave);
        }
    }
}
