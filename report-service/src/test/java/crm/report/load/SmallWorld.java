package crm.report.load;

/** Ann and Bob sell roofs; Ann changes teams, a campaign helps, customers merge, a deal is lost and reopened. */
final class SmallWorld {

    private SmallWorld() {}

    static ListLog log() {
        return new ListLog()
                .push("users", "ann", "2025-01-01T00:00:00Z", "{'name':'Ann','teamId':'north'}")
                .push("users", "ann", "2026-02-15T00:00:00Z", "{'name':'Ann','teamId':'south'}")
                .push("users", "bob", "2025-01-01T00:00:00Z", "{'name':'Bob','teamId':'south'}")
                .push("teams", "north", "2025-01-01T00:00:00Z", "{'name':'North'}")
                .push("pipelines", "sales", "2025-01-01T00:00:00Z", """
                        {'name':'Sales','stages':[
                          {'id':'talk','name':'Talk','order':1,'probability':0.2},
                          {'id':'offer','name':'Offer','order':2,'probability':0.5},
                          {'id':'won','name':'Won','order':3,'probability':1,'isWon':true},
                          {'id':'lost','name':'Lost','order':4,'probability':0,'isLost':true}]}""")
                .push(
                        "customers",
                        "c1",
                        "2026-01-01T00:00:00Z",
                        "{'name':'One','region':'west','industry':'roofs','ownerId':'bob'}")
                .push("customers", "c2", "2026-01-01T00:00:00Z", "{'name':'Two','mergedInto':'c1'}")
                .push(
                        "customers",
                        "c3",
                        "2026-01-01T00:00:00Z",
                        "{'name':'Three','customerSince':'2024-01-15T00:00:00Z'}")
                .push(
                        "leads",
                        "l1",
                        "2026-01-02T00:00:00Z",
                        "{'status':'new','createdAt':'2026-01-01T10:00:00Z','ownerId':'ann','source':'web'}")
                .push("leads", "l1", "2026-01-05T00:00:00Z", """
                        {'status':'converted','createdAt':'2026-01-01T10:00:00Z','ownerId':'ann','source':'web',
                         'convertedCustomerId':'c1'}""")
                .push("leads", "l2", "2026-01-05T00:00:00Z", """
                        {'status':'qualified','createdAt':'2026-01-01T10:00:00Z','teamId':'east','statusHistory':[
                          {'status':'working','changedAt':'2026-01-02T00:00:00Z'},
                          {'status':'qualified','changedAt':'2026-01-04T00:00:00Z'}]}""")
                .push("campaigns", "spring", "2026-01-01T00:00:00Z", """
                        {'name':'Spring','type':'newsletter','channel':'email','status':'running','ownerId':'ann',
                         'createdAt':'2026-01-01T00:00:00Z','targetSegment':'home','actualCost':100.5}""")
                .push("campaigns", "fair", "2026-01-01T00:00:00Z", """
                        {'name':'Fair','type':'event','channel':'fair','status':'completed',
                         'startedAt':'2026-01-03T09:00:00Z','responseTypes':['clicked']}""")
                .push("campaigns", "never", "2026-01-01T00:00:00Z", "{'name':'Never','status':'planned'}")
                .push("campaign-events", "e1", "2026-01-04T08:00:00Z", event("spring", "m1", "sent", "04T08"))
                .push("campaign-events", "e2", "2026-01-04T09:00:00Z", event("spring", "m1", "delivered", "04T09"))
                .push("campaign-events", "e3", "2026-01-05T09:00:00Z", event("spring", "m1", "responded", "05T09"))
                .push("campaign-events", "e4", "2026-01-06T09:00:00Z", event("spring", "m1", "converted", "06T09"))
                .push("campaign-events", "e5", "2026-01-07T09:00:00Z", event("fair", "m1", "clicked", "07T09"))
                .push("campaign-events", "e6", "2026-01-04T09:30:00Z", event("spring", "m2", "delivered", "04T09"))
                .push("campaign-events", "e7", "2026-01-04T10:00:00Z", event("spring", "m3", "delivered", "04T10"))
                .takeBack("campaign-events", "e7", "2026-01-09T00:00:00Z")
                .push("deals", "d1", "2026-01-10T00:00:00Z", deal("c2", "talk", "'amount':1000,'leadId':'l1'"))
                .push("deals", "d1", "2026-01-20T00:00:00Z", deal("c2", "offer", "'amount':1500,'leadId':'l1'"))
                .push("deals", "d1", "2026-02-01T00:00:00Z", deal("c2", "won", """
                        'amount':1500,'cost':500,'leadId':'l1','closedAt':'2026-01-30T23:30:00Z'"""))
                .push("deals", "d2", "2026-01-10T00:00:00Z", deal("c3", "talk", "'amount':20000"))
                .push("deals", "d2", "2026-01-15T00:00:00Z", deal("c3", "lost", "'amount':20000"))
                .push("deals", "d2", "2026-01-18T00:00:00Z", deal("c3", "offer", "'amount':20000"))
                .push("deals", "d3", "2026-01-10T00:00:00Z", deal("c1", "talk", "'amount':5"))
                .takeBack("deals", "d3", "2026-01-11T00:00:00Z")
                .push("deals", "d4", "2026-01-10T00:00:00Z", deal("c1", "talk", "'mergedInto':'d1'"))
                .push("deals", "d5", "2026-01-10T00:00:00Z", deal("c3", "won", "'campaignId':'fair','amount':700"))
                .push("calls", "k1", "2026-01-10T00:00:00Z", """
                        {'direction':'inbound','purpose':'service','agentId':'ann','startedAt':'2026-02-20T09:00:00Z',
                         'queuedAt':'2026-02-20T09:00:05Z','answeredAt':'2026-02-20T09:00:30Z',
                         'endedAt':'2026-02-20T09:05:30Z','holdSeconds':30,'wrapSeconds':60,'outcome':'connected'}""")
                .push("calls", "k2", "2026-01-10T00:00:00Z", """
                        {'direction':'inbound','purpose':'service','startedAt':'2026-01-20T09:00:00Z',
                         'endedAt':'2026-01-20T09:00:40Z','endedBy':'caller'}""")
                .push("calls", "k3", "2026-01-10T00:00:00Z", """
                        {'direction':'outbound','purpose':'sales','agentId':'ann','startedAt':'2026-01-20T09:00:00Z',
                         'talkSeconds':100,'outcome':'connected'}""");
    }

    private static String event(String campaign, String member, String type, String moment) {
        return "{'campaignId':'" + campaign + "','memberId':'" + member + "','eventType':'" + type
                + "','occurredAt':'2026-01-" + moment + ":00:00Z'" + (member.equals("m1") ? ",'leadId':'l1'" : "")
                + "}";
    }

    private static String deal(String customer, String stage, String more) {
        return "{'pipelineId':'sales','stageId':'" + stage + "','customerId':'" + customer
                + "','ownerId':'ann','createdAt':'2026-01-08T00:00:00Z'," + more + "}";
    }
}
