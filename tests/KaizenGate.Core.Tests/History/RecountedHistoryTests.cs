using KaizenGate.Core.Tests.History.Git;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>
/// The events of two real histories, recounted by hand from the differences between the revisions as GitHub shows them: 17 in all
/// revisions of one, and 42 in every second revision of the other. Each is a day, a kind and a word of the title.
/// </summary>
public sealed class RecountedHistoryTests : IDisposable
{
    private readonly GitSandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    /// <summary>Revision 0 is the first one of the file.</summary>
    private static readonly (int Revision, string[] Events)[] EverySecond =
    [
        (1, ["2021-07-03 Completed ustring"]),
        // Its third new line is a placeholder: a title in brackets.
        (3, ["2021-07-21 Captured checker", "2021-07-21 Captured cgen", "2021-07-21 Completed errors"]),
        (5, ["2021-10-18 Completed cgen", "2021-10-18 Completed interface"]),
        (7, []),
        (9, ["2022-06-30 Dropped foo = 0"]),
        (11, ["2022-07-10 Completed anonymous"]),
        (13, ["2022-07-21 Captured optional", "2022-07-21 Captured copy()"]),
        (15, ["2022-10-27 Completed openssl"]),
        (17, ["2023-01-09 Retitled recursive"]),
        (
            19,
            [
                "2023-03-03 Captured option type",
                "2023-03-03 Completed option type",
                "2023-03-03 Captured documentation",
                "2023-03-03 Captured cross",
                "2023-03-03 Captured bugs",
                "2023-03-03 Captured comptime",
                "2023-03-03 Captured educational",
            ]
        ),
        (21, ["2023-03-13 Completed optional", "2023-03-13 Captured autofree", "2023-03-13 Captured c2v"]),
        (23, ["2023-04-10 Captured 64/32"]),
        (25, ["2023-05-28 Completed recursive", "2023-05-28 Captured windows"]),
        (27, ["2023-06-23 Captured interop"]),
        (29, ["2023-07-05 Captured lambdas"]),
        (31, ["2023-09-24 Completed lambdas", "2023-09-24 Captured first()"]),
        (33, ["2023-11-22 Captured migrations"]),
        (35, ["2024-03-04 Retitled contexts"]),
        (37, ["2024-07-31 Captured $if", "2024-07-31 Dropped first()"]),
        (39, ["2024-10-26 Captured race"]),
        (
            41,
            [
                "2024-12-03 Captured cgen",
                "2024-12-03 Completed cgen",
                "2024-12-03 Completed skip-unused",
                "2024-12-03 Reopened 64/32",
                "2024-12-03 Completed interop",
                "2024-12-03 Retitled integrate",
            ]
        ),
        (43, ["2024-12-03 Retitled framework"]),
        (45, ["2025-11-24 Completed $if"]),
    ];

    private static readonly string[] All =
    [
        // A day in the title is that of the capture.
        "2025-12-06 Captured analysis",
        "2025-12-07 Deferred analysis",
        // It was in a code block until another one was added above it.
        "2025-12-14 Captured scheduling",
        "2025-12-24 Captured installer",
        "2025-12-24 Captured desktop",
        "2026-01-04 Captured memory",
        "2026-03-24 Retitled slack",
        // The heading "Later" was in a code block before.
        "2026-05-13 Captured docker",
        "2026-05-13 Captured distribution",
        "2026-05-13 Deferred scheduling",
        "2026-05-13 Deferred presence",
        "2026-05-13 Deferred search",
        "2026-05-13 Deferred analytics",
        "2026-05-13 Deferred webhooks",
        "2026-05-13 Deferred multi-user",
        "2026-06-01 Captured renderer",
        "2026-06-01 Deferred renderer",
    ];

    [Fact]
    public void Every_second_revision_of_a_real_history_has_the_recounted_events()
    {
        var (timeline, revisions) = Read("vlang-roadmap", "ROADMAP.md");

        var found = EverySecond.Select(one =>
            (one.Revision, Differences(one.Events, timeline.Events.Where(e => e.Commit == revisions[one.Revision])))
        );

        Assert.All(found, one => Assert.Empty(one.Item2));
    }

    [Fact]
    public void A_real_history_has_the_recounted_events_and_no_other()
    {
        var (timeline, revisions) = Read("ai-maestro", "docs/BACKLOG.md");

        Assert.Empty(Differences(All, timeline.Events.Where(one => one.Commit != revisions[0])));
    }

    private (Timeline Timeline, string[] Revisions) Read(string name, string file)
    {
        Assert.SkipWhen(Repository.Shared is null, "the folder of real histories is not there");
        var bundle = Path.Combine(Repository.Shared!, "corpus", "histories", $"{name}.bundle");
        var clone = sandbox.NewFolder(name);
        sandbox.GitIn(clone, "clone", "--quiet", "--branch", "main", bundle, ".");
        var git = GitTest.Opened(sandbox, clone);
        return (
            BranchReading.Read(sandbox, git, git.Head!, file: file),
            sandbox.GitIn(clone, "rev-list", "--reverse", "HEAD", "--", file).Split('\n')
        );
    }

    /// <summary>Returns the recounted events that were not found, and the found ones that were not recounted.</summary>
    private static List<string> Differences(string[] recounted, IEnumerable<TimelineEvent> found)
    {
        var rest = found.ToList();
        var missing = new List<string>();
        foreach (var line in recounted)
        {
            var parts = line.Split(' ', 3);
            var at = rest.FindIndex(one =>
                $"{one.Date:yyyy-MM-dd} {one.Kind}" == $"{parts[0]} {parts[1]}"
                && one.Title!.Contains(parts[2], StringComparison.OrdinalIgnoreCase)
            );
            if (at < 0)
            {
                missing.Add(line);
            }
            else
            {
                rest.RemoveAt(at);
            }
        }

        return [.. missing, .. rest.Select(one => $"not recounted: {one.Date:yyyy-MM-dd} {one.Kind} {one.Title}")];
    }
}
