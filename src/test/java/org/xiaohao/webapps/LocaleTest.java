package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Holds our Chinese against the English that this version of the webapps brings along. */
class LocaleTest {

  private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");

  /** What is the same in both languages. */
  private static final Set<String> NAMES =
      Set.of("ID", "ID*", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");

  /** In Cockpit it is the tab that narrows a list, elsewhere the saved view of Tasklist. */
  private static final Set<String> OF_TWO_MEANINGS = Set.of("Filter");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[^}]*}}|\\{\\d*}|%[a-z]|</?(?:a|br|strong)\\b[^>]*>|&\\w+;");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern LATIN_SENTENCE = Pattern.compile("[A-Za-z']+(\\s+[A-Za-z']+){2,}");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyTextOfTheWebappHasAChineseOneAndNoOther(String app) throws IOException {
    assertThat(leaves(app, "zh").keySet()).isEqualTo(leaves(app, "en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void placeholdersAndMarkupAreKept(String app) throws IOException {
    var chinese = labels(app, "zh");
    labels(app, "en")
        .forEach(
            (key, english) ->
                assertThat(placeholders(chinese.get(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(placeholders(english)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void nothingIsEmptyAndNothingIsLeftInEnglish(String app) throws IOException {
    var english = labels(app, "en");
    labels(app, "zh")
        .forEach(
            (key, chinese) -> {
              assertThat(chinese).as(key).isNotBlank();
              var words = PLACEHOLDER.matcher(chinese).replaceAll("|");
              assertThat(words).as(key).doesNotContainPattern(LATIN_SENTENCE);
              if (hasWords(english.get(key)) && !NAMES.contains(english.get(key))) {
                assertThat(words).as(key).containsPattern(CHINESE);
              }
            });
  }

  @Test
  void theSameEnglishIsTheSameChineseInAllApps() throws IOException {
    var known = new HashMap<String, String>();
    for (var app : APPS) {
      var chinese = labels(app, "zh");
      labels(app, "en").entrySet().stream()
          .filter(entry -> !OF_TWO_MEANINGS.contains(entry.getValue()))
          .forEach(
              entry -> {
                var text = chinese.get(entry.getKey());
                known.putIfAbsent(entry.getValue(), text);
                assertThat(known).as(app + entry.getKey()).containsEntry(entry.getValue(), text);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void eachWebappSpeaksTheOneLanguageThatWasChosen(String app) throws IOException {
    assertThat(text(app, "scripts/config.js")).contains("export default configuration(either('");
    assertThat(text("welcome", "scripts/common.js"))
        .contains("availableLocales: [language], fallbackLocale: language")
        .contains("vendor: either('销号', 'Xiaohao')");
    assertThat(text("welcome", "scripts/language.js")).contains("? 'en' : 'zh'");
  }

  /** What our modules say stands in them in Chinese, marked with a t; see words.js. */
  @Test
  void whatOurModulesSayHasAnEnglishOfItsOwn() throws IOException {
    var english = english();
    var said = new TreeSet<String>();
    for (var module : modules()) {
      var source = source(module);
      said.addAll(marked(source));
      assertThat(source.replaceAll("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|/[^/\n]*\\p{IsHan}[^/\n]*/", ""))
          .as("Chinese that is not marked in %s", module.getFilename())
          .doesNotContainPattern("'[^'`\n]*\\p{IsHan}[^'`\n]*'")
          .doesNotContainPattern("\"[^\"`\n]*\\p{IsHan}[^\"\n]*\"");
    }
    assertThat(english.keySet()).isEqualTo(said);
    english.forEach(
        (chinese, words) -> {
          assertThat(words).as(chinese).doesNotContainPattern(CHINESE).isNotEmpty();
          assertThat(placeholders(words))
              .as(chinese)
              .containsExactlyInAnyOrderElementsOf(placeholders(chinese));
        });
  }

  private static List<Resource> modules() throws IOException {
    var all = new PathMatchingResourcePatternResolver();
    return Stream.of(
            "classpath:META-INF/resources/webjars/camunda/app/welcome/scripts/office/*.js",
            "classpath:plugin-webapp/*/app/plugin.js")
        .flatMap(
            pattern -> {
              try {
                return Stream.of(all.getResources(pattern));
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            })
        .filter(module -> !"english.js".equals(module.getFilename()))
        // the words of the form library itself are translated from English
        .filter(module -> !module.toString().contains("xiaohao-forms"))
        .toList();
  }

  private static Map<String, String> english() throws IOException {
    var english = new TreeMap<String, String>();
    var entry = Pattern.compile("(?m)^  '([^']+)': '([^']+)',?$");
    entry
        .matcher(text("welcome", "scripts/office/english.js"))
        .results()
        .forEach(line -> english.put(line.group(1), line.group(2)));
    return english;
  }

  private static String source(Resource module) throws IOException {
    return module.getContentAsString(StandardCharsets.UTF_8);
  }

  /** The patterns of all templates behind a t; what is filled in is numbered. */
  private static Set<String> marked(String source) {
    var found = new TreeSet<String>();
    Pattern.compile("(?<![\\w$])t`")
        .matcher(source)
        .results()
        .forEach(t -> template(source, t.end(), found));
    return found;
  }

  /** Reads a template to its end; gives the place behind it. */
  private static int template(String source, int from, Set<String> found) {
    var pattern = new StringBuilder();
    var number = 0;
    var at = from;
    while (source.charAt(at) != '`') {
      if (source.startsWith("${", at)) {
        pattern.append('{').append(number++).append('}');
        at = filledIn(source, at + 2);
      } else {
        pattern.append(source.charAt(at));
        at++;
      }
    }
    found.add(pattern.toString());
    return at + 1;
  }

  private static int filledIn(String source, int from) {
    var depth = 1;
    var at = from;
    while (depth > 0) {
      var sign = source.charAt(at++);
      if (sign == '`') {
        at = template(source, at, new TreeSet<>());
      } else if (sign == '{') {
        depth++;
      } else if (sign == '}') {
        depth--;
      }
    }
    return at;
  }

  private static boolean hasWords(String english) {
    return LATIN_WORD.matcher(PLACEHOLDER.matcher(english).replaceAll("")).find();
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(placeholder -> placeholder.replace(" ", ""))
        .toList();
  }

  private static Map<String, String> labels(String app, String language) throws IOException {
    var labels = new TreeMap<String, String>();
    collect("", locale(app, language).get("labels"), labels);
    return labels;
  }

  private static Map<String, String> leaves(String app, String language) throws IOException {
    var leaves = new TreeMap<String, String>();
    collect("", locale(app, language), leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isValueNode()) {
      leaves.put(path, node.asText());
      return;
    }
    node.properties()
        .forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), leaves));
    var elements = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(elements::add);
    }
    for (var i = 0; i < elements.size(); i++) {
      collect(path + "/" + i, elements.get(i), leaves);
    }
  }

  private static JsonNode locale(String app, String language) throws IOException {
    return new JsonMapper().readTree(text(app, "locales/" + language + ".json"));
  }

  private static String text(String app, String file) throws IOException {
    var path = "META-INF/resources/webjars/camunda/app/" + app + "/" + file;
    var text = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    // The webapps' own files begin with a byte order mark.
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
