package crm.ingest.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import crm.tenant.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person who asks for it is forgotten, wherever their records and mentions lie. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ErasureTest {

    /** What must be nowhere afterwards. */
    private static final List<String> NAMES =
            List.of("magpie-lead-77", "ottoline featherby", "ottoline@magpie.example", "+3247799887766");

    private static final String LEAD = """
        {"id": "canary-lead-77", "updatedAt": "2026-03-0%dT00:00:00Z", "createdAt": "2026-03-02T09:30:00Z",
         "personName": "Zebulon Quartermain", "email": "Zebulon@canary.example", "phone": "+3247711223344",
         "source": "web"}\
        """;
    private static final String DEAL = """
        {"id": "d-1", "updatedAt": "2026-03-03T00:00:00Z", "createdAt": "2026-03-02T09:30:00Z", "amount": 12.50,
         "leadId": "canary-lead-77", "title": "%s"}\
        """;
    private static final String CALL = """
        {"id": "k-1", "updatedAt": "2026-03-03T00:00:00Z", "direction": "inbound",
         "startedAt": "2026-03-02T09:30:00Z", "from": "+3247711223344"}\
        """;

    private final DataSource database;
    private Acme acme = new Acme("", "", "", "");

    ErasureTest(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void whatWasRemovedIsToldAndNothingOfItComesBack() {
        pushAll();
        push("leads", "{\"id\": \"canary-lead-77\", \"colour\": \"red\"}").statusCode(422);
        push("leads", "{\"id\": \"other\", \"colour\": \"Zebulon@canary.example\"}")
                .statusCode(422);
        push("leads", "{\"id\": \"another\", \"colour\": \"red\"}").statusCode(422);

        erase("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}")
                .statusCode(200)
                .body("records.leads", equalTo(1))
                .body("mentions.deals", equalTo(1))
                .body("mentions.calls", equalTo(1))
                .body("rejections", equalTo(2));

        get("/v1/leads/canary-lead-77").statusCode(404);
        String pseudonym = get("/v1/deals/d-1").extract().path("current.record.leadId");
        get("/v1/leads/" + pseudonym).statusCode(200).body("history", hasSize(2));
        get("/v1/rejections").body("rejections.recordId", contains("another"));
    }

    @Test
    void whatIsSentAgainIsRefusedOrIsWhatIsStored() {
        pushAll();
        erase("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}").statusCode(200);

        push("leads", LEAD.formatted(3)).statusCode(422).body("errors.code", contains("erased"));
        push("leads", "{\"id\": \"canary-lead-77\", \"colour\": 1}").statusCode(422);
        push("deals", DEAL.formatted("Roof")).statusCode(202).body("duplicates", equalTo(1));
        push("calls", CALL).statusCode(202).body("duplicates", equalTo(1));
        push("deals", DEAL.formatted("Roof").replace("d-1", "d-2")).statusCode(202);
        String first = get("/v1/deals/d-1").extract().path("current.record.leadId");
        get("/v1/deals/d-2").body("current.record.leadId", equalTo(first));
        get("/v1/rejections").body("rejections.recordId", everyItem(nullValue()));
    }

    @Test
    void whoIsErasedByTheirAddressIsNotTakenUnderAnotherIdEither() {
        pushAll();
        push("contacts", "{\"id\": \"c-9\", \"name\": \"Z\", \"email\": \"zebulon@CANARY.example\"}");

        erase("{\"email\": \"zebulon@canary.example\"}")
                .statusCode(200)
                .body("records.leads", equalTo(1))
                .body("records.contacts", equalTo(1));

        push("leads", LEAD.formatted(4).replace("canary-lead-77", "l-new")).statusCode(422);
    }

    @Test
    void nothingIsLeftInTheFilesOfTheDatabase() throws Exception {
        push("leads", alone(LEAD.formatted(3))).statusCode(202);
        push("deals", alone(DEAL.formatted("Roof of Zebulon Quartermain"))).statusCode(202);
        push("calls", alone(CALL)).statusCode(202);
        push("leads", alone("{\"id\": \"canary-lead-77\", \"colour\": \"red\"}"))
                .statusCode(422);
        assertThat(namesInFiles()).containsAll(NAMES);

        erase(alone("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}")).statusCode(200);
        execute("OPTIMIZE TABLE event_log, rejection");

        assertThat(namesInFiles()).isEmpty();
        assertThat(Files.exists(dataDirectory().resolve("event_log.ibd"))).isTrue();
    }

    @Test
    void rowsOfImportsAreForgottenToo() throws InterruptedException {
        pushAll();
        String leads = "id,createdAt,email\n";
        String wrong = imported(leads + "other,never,zebulon@canary.example\ncanary-lead-77,never,\nl-3,never,\n");
        assertThat(errors(wrong)).contains("zebulon@canary.example", "canary-lead-77", "l-3");

        erase("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}")
                .statusCode(200)
                .body("rejections", equalTo(2));

        assertThat(errors(wrong)).contains("l-3").doesNotContain("canary");
        String again = imported(leads
                + "canary-lead-77,2026-03-02T09:30:00Z,\n"
                + "l-4,2026-03-02T09:30:00Z,\n"
                + "l-5,never,zebulon@canary.example\n");
        get("/v1/leads/canary-lead-77").statusCode(404);
        get("/v1/leads/l-4").statusCode(200);
        assertThat(errors(again)).contains("whose data was erased").doesNotContain("canary", "l-5");
    }

    @Test
    void importsThatWaitAreStoppedWhereTheirFileNamesThem() throws InterruptedException, SQLException {
        pushAll();
        String header = "id,createdAt,email\n";
        holdUp(imported(header + "l-6,2026-03-02T09:30:00Z,\n"));
        String others = begun(header + "l-7,2026-03-02T09:30:00Z,\n");
        String own = begun(header + "l-8,2026-03-02T09:30:00Z,\ncanary-lead-77,2026-03-02T09:30:00Z,\n");

        erase("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}")
                .statusCode(200)
                .body("imports", contains(own.substring(own.lastIndexOf('/') + 1)));

        get(own).body("state", equalTo("cancelled"));
        get(others).body("state", equalTo("waiting"));
        assertThat(count("SELECT COUNT(*) FROM import_chunk WHERE data LIKE '%canary-lead-77%'"))
                .isZero();
    }

    /** As if somebody went on working on this one: a tenant's imports run one after the other. */
    private void holdUp(String location) throws SQLException {
        get(location).statusCode(200);
        execute("UPDATE import_job SET state = 'running', owner = 'somebody', seen_at = seen_at + 3600000000"
                + " WHERE tenant = " + TenantId.parse(acme.id()).orElseThrow().number());
    }

    /** Where an import is found that is over. */
    private String imported(String csv) throws InterruptedException {
        String self = begun(csv);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!"done".equals(get(self).extract().path("state")) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        return self;
    }

    private String begun(String csv) {
        return given().header("Authorization", "Bearer " + acme.ingestKey())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/v1/imports/leads")
                .then()
                .statusCode(202)
                .extract()
                .path("links.self");
    }

    private String errors(String location) {
        return get(location + "/errors").extract().asString();
    }

    @Test
    void anotherTenantsRecordsStay() {
        pushAll();
        Acme other = Acme.create();

        Acme.with(other.adminKey())
                .body("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}")
                .post("/v1/erasures")
                .then()
                .statusCode(200)
                .body("records", anEmptyMap())
                .body("rejections", equalTo(0));

        get("/v1/leads/canary-lead-77").statusCode(200);
        erase("{\"collection\": \"leads\", \"id\": \"canary-lead-77\"}").statusCode(200);
    }

    @Test
    void onlyAnAdminKeyOfTheTenantMayErase() {
        acme.ingest().body("{\"email\": \"a@b\"}").post("/v1/erasures").then().statusCode(403);
        Acme.admin().body("{\"email\": \"a@b\"}").post("/v1/erasures").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                            | /collection | missing
        {"collection": "deals", "id": "x"}            | /collection | not_a_member
        {"collection": "leads"}                       | /id         | missing
        {"email": "nobody"}                           | /email      | invalid_text
        {"email": "a@b", "id": "x"}                   | /email      | contradiction
        {"mail": "a@b"}                               | /mail       | unknown_field
        """)
    void wrongRequestsAreRefused(String body, String pointer, String code) {
        erase(body).statusCode(422).body("errors[0].pointer", equalTo(pointer)).body("errors[0].code", equalTo(code));
    }

    private void pushAll() {
        push("leads", LEAD.formatted(3)).statusCode(202);
        push("leads", LEAD.formatted(4).replace("web", "fair")).statusCode(202);
        push("deals", DEAL.formatted("Roof")).statusCode(202);
        push("calls", CALL).statusCode(202);
    }

    private ValidatableResponse push(String collection, String body) {
        return acme.ingest().body(body).post("/v1/" + collection).then();
    }

    private ValidatableResponse get(String path) {
        return acme.ingest().get(path).then();
    }

    private ValidatableResponse erase(String body) {
        return Acme.with(acme.adminKey()).body(body).post("/v1/erasures").then();
    }

    /** The same about somebody whom no other test knows. */
    private static String alone(String body) {
        return body.replace("canary", "magpie")
                .replace("Zebulon Quartermain", "Ottoline Featherby")
                .replace("Zebulon", "ottoline")
                .replace("47711223344", "47799887766");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Has the pages of the tables written to their files first, and held still while they are read. */
    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> namesInFiles() throws IOException, SQLException {
        Path directory = dataDirectory();
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                Stream<Path> files = Files.list(directory)) {
            statement.execute("FLUSH TABLES event_log, rejection FOR EXPORT");
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".ibd")).toList()) {
                String content =
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                NAMES.stream().filter(content::contains).forEach(found::add);
            }
            statement.execute("UNLOCK TABLES");
        }
        return found;
    }

    private Path dataDirectory() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@datadir, DATABASE()")) {
            row.next();
            return Path.of(row.getString(1), row.getString(2));
        }
    }
}
