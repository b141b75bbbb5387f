using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>A repository with hundreds of revisions of a backlog, created with one import.</summary>
internal static class LongHistory
{
    /// <summary>Imports commits, one day apart; each captures an improvement, and every second one completes the oldest.</summary>
    public static async Task ImportAsync(GitRepository repository, int commits)
    {
        var items = new SortedDictionary<int, string>();
        var day = new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);
        using var git = Start(repository);
        await using (var input = git.StandardInput.BaseStream)
        {
            for (var number = 1; number <= commits; number++)
            {
                items[number] = BacklogText.Open(number);
                if (number % 2 == 0)
                {
                    items[number / 2] = BacklogText.Done(number / 2);
                }

                await input.WriteAsync(Commit(BacklogText.Of(items.Values), day.AddDays(number)));
            }
        }

        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
        await repository.GitAsync("reset", "--quiet", "--hard", "main");
    }

    private static byte[] Commit(string backlog, DateTimeOffset time)
    {
        var content = Encoding.UTF8.GetByteCount(backlog);
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"commit refs/heads/main\ncommitter Ada <ada@example.org> {seconds} +0000\ndata 1\nx\n"
                + $"M 100644 inline IMPROVEMENTS.md\ndata {content}\n{backlog}\n"
        );
    }

    private static Process Start(GitRepository repository)
    {
        var start = new ProcessStartInfo("git", ["fast-import", "--quiet"])
        {
            WorkingDirectory = repository.Folder,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in repository.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
