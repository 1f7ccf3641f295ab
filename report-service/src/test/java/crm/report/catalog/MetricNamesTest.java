package crm.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Metric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics are found by what people call them. */
class MetricNamesTest {

    @ParameterizedTest
    @CsvSource({
        "close-rate, close-rate",
        "win-rate, close-rate",
        "Taux de clôture, close-rate",
        "taux-de-cloture, close-rate",
        "Tutup tarif, close-rate",
        "Цена закрытия, close-rate",
        "цена-закрытия, close-rate",
        "Tasso di conclusione vendite, close-rate",
        "Nombre d'appels commerciaux effectués, sales-calls-made",
        "Intäkt genererad av kampanj, campaign-revenue",
        "Totala leads, prospects",
        "Звонки потеряны до ответа, calls-lost-before-answer"
    })
    void everySeedsWordsFindTheMetric(String asked, String id) {
        assertThat(Catalogue.metric(asked)).map(Metric::id).contains(id);
    }

    @Test
    void whatNobodyCallsAMetricFindsNone() {
        assertThat(List.of("happiness", "", "-", "taux"))
                .extracting(Catalogue::metric)
                .containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMetricIsFoundByItsNameInEveryLanguage(Language language) {
        for (Metric metric : Catalogue.metrics()) {
            assertThat(Catalogue.metric(MetricNames.of(metric, language))).contains(metric);
        }
    }

    @Test
    void everyMetricHasANameInEveryLanguageOrInEnglishAlone() {
        assertThat(Catalogue.metrics())
                .allSatisfy(metric -> assertThat(MetricNames.of(metric).size())
                        .as("names of %s in names.properties", metric.id())
                        .isIn(1, Language.values().length));
    }

    @Test
    void theMetricsOfTheListOfThirtyFiveHaveNamesInEveryLanguage() {
        assertThat(List.of("prospects", "close-rate", "campaigns", "average-call-handle-time"))
                .map(id -> Catalogue.metric(id).orElseThrow())
                .allSatisfy(metric -> assertThat(MetricNames.of(metric)).containsOnlyKeys(Language.values()));
    }
}
