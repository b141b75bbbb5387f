using System.Globalization;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>
/// A backlog with a known history: four improvements on 2025-11-03; then on each of ten Mondays from 2025-12-15, two are
/// captured and one is completed. On the seventh, ninth and tenth Monday one is rejected too, and on the tenth the first four
/// completed ones are removed from the file.
/// </summary>
internal static class TenWeeks
{
    public const int Captured = 20;
    public const int Stock = 4;
    public const int Completed = 10;
    public const int Rejected = 3;
    public const int Pruned = 4;

    /// <summary>Commits all of it.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="file">The backlog.</param>
    public static async Task CommitAsync(GitRepository repository, string file = "IMPROVEMENTS.md")
    {
        var items = new SortedDictionary<int, string>();
        for (var number = 1; number <= Stock; number++)
        {
            items[number] = BacklogText.Open(number);
        }

        await repository.Write(file, BacklogText.Of(items.Values)).CommitAsync("2025-11-03");
        for (var week = 0; week < 10; week++)
        {
            items[(2 * week) + 5] = BacklogText.Open((2 * week) + 5);
            items[(2 * week) + 6] = BacklogText.Open((2 * week) + 6);
            items[week + 1] = BacklogText.Done(week + 1);
            if (week is 6 or 8 or 9)
            {
                items[(2 * week) + 4] = BacklogText.Rejected((2 * week) + 4);
            }

            for (var number = 1; week == 9 && number <= Pruned; number++)
            {
                items.Remove(number);
            }

            await repository.Write(file, BacklogText.Of(items.Values)).CommitAsync(Monday(week));
        }
    }

    private static string Monday(int week) =>
        new DateOnly(2025, 12, 15).AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
