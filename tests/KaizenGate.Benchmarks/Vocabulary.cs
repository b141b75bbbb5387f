namespace KaizenGate.Benchmarks;

/// <summary>The words of generated improvements.</summary>
internal static class Vocabulary
{
    private static readonly string[] Verbs = Words(
        "Cache, Retry, Validate, Simplify, Document, Split, Trace, Measure, Batch, Cover, Automate, Harden, Replace, Share, Index, Tune"
    );

    private static readonly string[] Things = Words(
        "price list, session token, error text, start page, nightly job, search query, upload form, audit log, test data, build script, "
            + "health check, order queue, mail template, access rule, feature flag, date picker, export file, work sheet, change feed, "
            + "time zone, tax table, image store, page header, release note"
    );

    private static readonly string[] Areas = Words(
        "billing, checkout, catalogue, shipping, returns, login, support, payroll, reporting, planning, archive, partner, mobile, warehouse, "
            + "invoice, contract, survey, newsletter"
    );

    private static readonly string[] Parts = Words(
        "importer, service, dashboard, adapter, gateway, worker, client, scheduler, module, pipeline, editor, wizard, monitor, console, bridge, "
            + "parser"
    );

    public static string[] Owners { get; } =
        Words("Amara, Björn, Chen, Dalia, Emeka, Fatima, Goran, Hana, Ivo, Jun, Kofi, Lena");

    public static string[] Categories { get; } =
        Words("Performance, Quality, Developer Experience, Technical Debt, Feature");

    /// <summary>The number of different titles: 110,592.</summary>
    public static int Titles => Verbs.Length * Things.Length * Areas.Length * Parts.Length;

    /// <summary>The title of an improvement, `Cache the price list of the billing importer`.</summary>
    /// <param name="number">From 0; from <see cref="Titles"/> on, titles repeat.</param>
    public static string Title(int number)
    {
        // A step without a common factor with the number of titles visits each once, and consecutive titles differ in most words.
        const int Step = 47_123;
        var title = (int)((long)number * Step % Titles);
        var verb = Verbs[title % Verbs.Length];
        title /= Verbs.Length;
        var thing = Things[title % Things.Length];
        title /= Things.Length;
        return $"{verb} the {thing} of the {Areas[title % Areas.Length]} {Parts[title / Areas.Length]}";
    }

    private static string[] Words(string list) => list.Split(", ");
}
