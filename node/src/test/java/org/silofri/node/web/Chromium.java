package org.silofri.node.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A real browser, and a window in it for each visit. */
public final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    public static Chromium start() {
        return new Chromium(
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A reader with a wide screen. */
    public Visit wide(String language, URI address) {
        return new Visit(1280, language, true, address);
    }

    /** A reader whose browser runs no scripts. */
    public Visit withoutScript(String language, URI address) {
        return new Visit(1280, language, false, address);
    }

    /** Whoever holds that token, by which every request of the window is signed. */
    public Visit holding(String token, int width, String language, URI address) {
        return new Visit(
                width, language, true, address, Map.of("Authorization", "Bearer " + token));
    }

    /** A reader with a screen of that width. */
    public Visit visit(int width, String language, URI address) {
        return new Visit(width, language, true, address);
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** A page in a window of its own, which knows nothing of earlier ones. */
    public final class Visit implements AutoCloseable {

        private final Set<String> hosts = new ConcurrentSkipListSet<>();
        private final Page page;
        private final int status;

        private Visit(int width, String language, boolean script, URI address) {
            this(width, language, script, address, Map.of());
        }

        private Visit(
                int width,
                String language,
                boolean script,
                URI address,
                Map<String, String> headers) {
            this.page =
                    browser.newContext(
                                    new Browser.NewContextOptions()
                                            .setViewportSize(width, 900)
                                            .setLocale(language)
                                            .setExtraHTTPHeaders(headers)
                                            .setJavaScriptEnabled(script))
                            .newPage();
            page.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
            Response response = page.navigate(address.toString());
            this.status = response.status();
        }

        public Page page() {
            return page;
        }

        /** Of the first answer. */
        public int status() {
            return status;
        }

        /** All that were asked for anything. */
        public Set<String> hosts() {
            return hosts;
        }

        /** Text of the first element that the selector finds. */
        public String text(String selector) {
            return page.locator(selector).first().textContent().strip();
        }

        /** By how much the page is wider than the window. */
        public int overflow() {
            Object wider =
                    page.evaluate(
                            "() => document.documentElement.scrollWidth"
                                    + " - document.documentElement.clientWidth");
            return ((Number) wider).intValue();
        }

        /**
         * Takes a picture of the whole page, with {@code -Dsilofri.pictures=true} only: the
         * hundreds of them take minutes.
         */
        public void keep(String name) {
            if (!Boolean.getBoolean("silofri.pictures")) {
                return;
            }
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SCREENSHOTS.resolve(name + ".png")));
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
