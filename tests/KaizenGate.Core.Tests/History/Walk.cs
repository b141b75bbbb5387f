using KaizenGate.Core.History;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>Applies revisions, given as texts, to an event log.</summary>
internal sealed class Walk
{
    private readonly ItemStates states = new();
    private readonly List<Dictionary<(int, int), string>> walked = [];
    private readonly string[][] paths;

    /// <param name="paths">For each backlog its file, its archive, and its former names.</param>
    public Walk(params string[][] paths) => (this.paths, Log) = (paths, new EventLog(paths.Length));

    public EventLog Log { get; set; }

    public int Revisions => walked.Count;

    public Timeline Timeline(int backlog = 0, DateOnly? today = null) =>
        Assert.IsType<Timeline>(Log.TimelineOf(backlog, default, today ?? DateOnly.MaxValue));

    public Walk Go(IEnumerable<(DateOnly Day, IReadOnlyDictionary<string, string> Files)> revisions)
    {
        foreach (var (day, files) in revisions)
        {
            Go(day, files);
        }

        return this;
    }

    /// <summary>Applies one revision with the given files only. Commits are named c0, c1, ….</summary>
    public void Go(DateOnly day, IReadOnlyDictionary<string, string> files)
    {
        var before = walked.Count > 0 ? walked[^1] : [];
        var now = new Dictionary<(int, int), string>();
        var changes = new List<FileChange>();
        for (var backlog = 0; backlog < paths.Length; backlog++)
        {
            for (var file = 0; file < paths[backlog].Length; file++)
            {
                if (files.TryGetValue(paths[backlog][file], out var text))
                {
                    now[(backlog, file)] = text;
                    if (before.GetValueOrDefault((backlog, file)) != text)
                    {
                        changes.Add(new(backlog, file, states.Of(Md.Read(text).Improvements)));
                    }
                }
                else if (before.ContainsKey((backlog, file)))
                {
                    changes.Add(new(backlog, file, null));
                }
            }
        }

        Log.Apply(new($"c{walked.Count}", day), changes);
        walked.Add(now);
    }

    /// <summary>Writes the log and continues with the one read back.</summary>
    public void WriteAndRead() => Log = EventLogFile.Read(EventLogFile.Write(Log));
}
