package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the product and its checks are made of may be used and sold by a dealership: every library has a licence of a kind that
 * asks for its text and nothing more (S-R90). Read from the descriptions beside the jars on the class path, so it needs no network.
 */
class LicencesTest {

    private static final Pattern ALLOWED = Pattern.compile(
            "apache|\\bmit\\b|\\bmit-|bsd|eclipse public|\\bepl\\b|eclipse distribution|\\bedl\\b|postgresql|cc0|public domain",
            Pattern.CASE_INSENSITIVE);

    /** Used by checks only, never in the jar that people run: the rules of accessibility, open file by file. */
    private static final Map<String, String> CHECKS_ONLY =
            Map.of("axe-core", "MPL", "playwright", "MPL", "dequeutilites", "MPL");

    @Test
    @DisplayName("S-R90: every library has a licence of the allow list")
    void every_licence_is_allowed() throws Exception {
        Map<String, List<String>> refused = new TreeMap<>();
        int seen = 0;
        for (Path jar : jars()) {
            List<String> licences = licences(description(jar));
            seen++;
            if (licences.stream().noneMatch(licence -> ALLOWED.matcher(licence).find()) && !carriesApache(jar)) {
                refused.put(jar.getFileName().toString(), licences);
            }
        }
        assertThat(seen).as("libraries looked at").isGreaterThan(100);
        refused.entrySet().removeIf(one -> CHECKS_ONLY.entrySet().stream()
                .anyMatch(only -> one.getKey().startsWith(only.getKey())
                        && one.getValue().toString().contains(only.getValue())));
        assertThat(refused).as("licences that nobody has agreed to").isEmpty();
    }

    @Test
    @DisplayName("S-R90: the notice names each licence that asks to be named")
    void the_notice_names_them() throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        assertThat(notice)
                .contains("zxcvbn", "HdrHistogram", "Logback", "pinyin4j", "PostgreSQL License", "Jakarta Mail");
    }

    private static List<Path> jars() {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(classes.split(File.pathSeparator)).stream()
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar") && Files.exists(description(path)))
                .toList();
    }

    private static Path description(Path jar) {
        String name = jar.getParent().getParent().getFileName() + "-"
                + jar.getParent().getFileName() + ".pom";
        return jar.resolveSibling(name);
    }

    /** Of the library itself, or of the nearest parent that names one. */
    private static List<String> licences(Path description)
            throws IOException, SAXException, ParserConfigurationException {
        Path next = description;
        while (Files.exists(next)) {
            Element project = read(next);
            List<String> names = new ArrayList<>();
            for (Element licence : children(child(project, "licenses"), "license")) {
                names.add(text(licence, "name") + " " + text(licence, "url"));
            }
            Element parent = child(project, "parent");
            if (!names.isEmpty() || parent == null) {
                return names;
            }
            next = repository(description)
                    .resolve(text(parent, "groupId").replace('.', '/'))
                    .resolve(text(parent, "artifactId"))
                    .resolve(text(parent, "version"))
                    .resolve(text(parent, "artifactId") + "-" + text(parent, "version") + ".pom");
        }
        return List.of();
    }

    /** The folder of all libraries: there Spring, which everything here stands on, has its own. */
    private static Path repository(Path description) {
        Path folder = description.getParent();
        while (!Files.isDirectory(folder.resolve("org").resolve("springframework"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static Element read(Path description) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try (InputStream in = Files.newInputStream(description)) {
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        }
    }

    private static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = of == null ? null : of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element child(Element of, String name) {
        List<Element> found = children(of, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element of, String name) {
        Element found = child(of, name);
        return found == null ? "" : found.getTextContent().strip();
    }

    /** What lies in the jar counts where the description only names a company. */
    private static boolean carriesApache(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String name : List.of("META-INF/LICENSE.txt", "META-INF/LICENSE")) {
                ZipEntry text = zip.getEntry(name);
                if (text != null) {
                    try (InputStream in = zip.getInputStream(text)) {
                        if (new String(in.readNBytes(400), StandardCharsets.UTF_8).contains("Apache License")) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
