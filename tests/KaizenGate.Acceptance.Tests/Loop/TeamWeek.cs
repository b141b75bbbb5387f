using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>
/// A team whose last week ended on Sunday, 2026-03-01. IMP-001 and IMP-002 were completed, and the first was measured. IMP-003
/// was completed on Wednesday and removed from the file on Friday. IMP-007 and IMP-008 (without effort) were captured, and
/// IMP-004 was dropped. IMP-005 is in progress, and IMP-006 was last changed in November.
/// </summary>
internal static class TeamWeek
{
    /// <summary>The Monday after it.</summary>
    public const string Monday = Samples.AsOf;

    /// <summary>The Friday before it.</summary>
    public const string Friday = "2026-02-27";

    public static async Task<GitRepository> CreateAsync()
    {
        var repository = await GitRepository.CreateAsync();
        string[] before =
        [
            Item(1, 8, 2, "To Do"),
            Item(2, 6, 3, "To Do"),
            Item(3, 5, 4, "To Do"),
            Item(4, 4, 4, "To Do"),
            Item(5, 7, 3, "In Progress", "- **Estimated Time:** 3 hours"),
            Item(6, 9, 6, "To Do"),
        ];
        await repository.Write("IMPROVEMENTS.md", Backlog(before)).CommitAsync("2025-11-03");
        string[] after =
        [
            Item(1, 8, 2, "Done", "- **Time Spent:** 2 hours", "- **Measured Impact:** p95: 30 s → 5 s"),
            Item(2, 6, 3, "Done"),
            before[4].Replace("3 hours", "3 hours\n- **Time Spent:** 1 hour"),
            before[5],
            Item(7, 8, 3, "To Do"),
            Item(8, 8, null, "To Do"),
        ];
        await repository
            .Write("IMPROVEMENTS.md", Backlog([.. after, Item(3, 5, 4, "Done"), before[3]]))
            .CommitAsync("2026-02-25");
        await repository.Write("IMPROVEMENTS.md", Backlog(after)).CommitAsync(Friday);
        return repository;
    }

    private static string Backlog(params string[] items) => $"# Improvement Backlog\n\n{string.Join('\n', items)}";

    /// <summary>A title without common words with other titles, so that they are not similar.</summary>
    private static string Item(int number, int impact, int? effort, string status, params string[] fields) =>
        $"### [IMP-{number:000}] Topic{number} aspect{number} detail{number}\n\n"
        + $"- **Impact:** {impact}/10\n"
        + (effort is null ? "" : $"- **Effort:** {effort}/10\n")
        + $"- **Status:** {status}\n"
        + string.Concat(fields.Select(field => $"{field}\n"));
}
