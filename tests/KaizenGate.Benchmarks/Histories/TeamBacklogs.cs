using System.Globalization;
using System.Text;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>Many teams in one repository, each with a short list of tasks. The same commits on every machine.</summary>
internal sealed class TeamBacklogs(int teams)
{
    private const int Seed = 500;
    private const int FirstTasks = 10;

    private readonly Random random = new(Seed);
    private readonly List<(string Title, int Impact, int Effort, bool IsDone)>[] lists =
    [
        .. Enumerable.Range(0, teams).Select(_ => new List<(string, int, int, bool)>()),
    ];

    private int captured;

    /// <summary>The path of a team's backlog.</summary>
    /// <param name="team">From 0.</param>
    public static string PathOf(int team) => $"team{team}/{HistoryGenerator.Backlog}";

    /// <summary>Writes the settings, then the first version of each backlog, then changes of one or the other by turns of chance.</summary>
    public void Write(FastImport import, int commits)
    {
        var settings = $$"""{ "backlogs": ["*/{{HistoryGenerator.Backlog}}"] }""" + "\n";
        Commit(commits, "Check all backlogs", "kaizen.json", settings);
        for (var at = 1; at < commits; at++)
        {
            var team = at <= teams ? at - 1 : random.Next(teams);
            Commit(
                commits - at,
                at <= teams ? "Write down what could be better" : Change(team),
                PathOf(team),
                Text(team)
            );
        }

        void Commit(int left, string message, string path, string text) =>
            import.Commit(
                HistoryGenerator.TimeOf(left),
                Vocabulary.Owners[left % Vocabulary.Owners.Length],
                message,
                path,
                Encoding.UTF8.GetBytes(text)
            );
    }

    private string Change(int team)
    {
        var tasks = lists[team];
        var open = tasks.FindIndex(task => !task.IsDone);
        if (open < 0 || random.Next(5) < 3)
        {
            return $"Capture {Capture(team)}";
        }

        tasks[open] = tasks[open] with { IsDone = true };
        return $"Complete {tasks[open].Title}";
    }

    private string Capture(int team)
    {
        var title = $"[T{team}-{lists[team].Count + 1}] {Vocabulary.Title(captured++)}";
        lists[team].Add((title, random.Next(1, 11), random.Next(1, 11), false));
        return title;
    }

    private string Text(int team)
    {
        while (lists[team].Count < FirstTasks)
        {
            Capture(team);
        }

        var text = new StringBuilder("# Improvements\n\n## High Priority\n\n");
        foreach (var (title, impact, effort, isDone) in lists[team])
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- [{(isDone ? 'x' : ' ')}] {title}\n  - Impact: {impact}\n  - Effort: {effort}\n"
            );
        }

        return text.ToString();
    }
}
