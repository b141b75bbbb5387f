using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>A revision of a file.</summary>
/// <param name="Blob">The id of its text.</param>
/// <param name="Items">Its items; null when the text is too large to be read.</param>
/// <param name="Length">The length of the text in bytes.</param>
internal readonly record struct ParsedRevision(string Blob, ImmutableArray<ItemState>? Items, long Length);

/// <summary>
/// Parses the revisions of a plan while git prints them. Each of a few threads parses those of its own files, as each text is
/// compared with the one of the same path before, so that the cost depends on the size of the changes.
/// </summary>
internal sealed class ParsedRevisions : IDisposable
{
    private const int MostThreads = 4;

    /// <summary>The number of batches of revisions that a thread parses ahead of the one being taken.</summary>
    private const int Ahead = 16;

    /// <summary>
    /// From this number of files on, a thread parses many revisions of a file before those of the next, and then drops what it kept of
    /// the file. Otherwise all that is kept of all files would be traced again and again by the garbage collector.
    /// </summary>
    private const int ManyFiles = 32;

    /// <summary>The size of the texts among which those of one file are parsed first, if there are many files.</summary>
    private const int BatchBytes = 2 * 1024 * 1024;

    /// <summary>So many texts leave too little garbage to collect it.</summary>
    private const int MostWithoutCollections = 1_000;

    private readonly RevisionTexts texts;
    private readonly bool areMany;
    private readonly Dictionary<string, int> threadOf = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ParsedBatches> parsed;
    private readonly CancellationTokenSource stop = new();
    private readonly Workers workers = new();

    /// <param name="git">The repository.</param>
    /// <param name="planned">The texts; at least one.</param>
    /// <param name="options">How to read them.</param>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public ParsedRevisions(GitRepository git, List<PlannedText> planned, ReadingOptions options)
    {
        if (planned.Count > MostWithoutCollections)
        {
            Garbage.AllowCollections();
        }

        var paths = planned.Select(text => text.Path).Distinct(StringComparer.Ordinal).ToList();
        var threads = Math.Min(paths.Count, Math.Min(MostThreads, Environment.ProcessorCount));
        for (var i = 0; i < paths.Count; i++)
        {
            threadOf.Add(paths[i], i % threads);
        }

        areMany = paths.Count >= ManyFiles;
        texts = new RevisionTexts(
            git,
            planned,
            options.MaxFileBytes,
            areMany ? BatchBytes : 0,
            threads,
            path => threadOf[path]
        );
        parsed = [.. Enumerable.Range(0, threads).Select(_ => new ParsedBatches(Ahead))];
        for (var i = 0; i < threads; i++)
        {
            var thread = i;
            workers.Start(() => Parse(thread, options));
        }
    }

    /// <summary>Returns the next revision of a file. All files must be asked for in the order of the plan.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public ParsedRevision Next(string path)
    {
        if (parsed[threadOf[path]].TryTake(out var revision))
        {
            return revision;
        }

        workers.ThrowIfFailed();
        throw new OperationCanceledException();
    }

    public void Dispose()
    {
        stop.Cancel();
        workers.Join();
        texts.Dispose();
        stop.Dispose();
        foreach (var queue in parsed)
        {
            queue.Dispose();
        }
    }

    private void Parse(int thread, ReadingOptions options)
    {
        var memo = new RevisionMemo(options);
        var states = new ItemStates();
        var files = new Dictionary<string, (RevisionReader Reader, FileStates States)>(StringComparer.Ordinal);
        try
        {
            foreach (var batch in texts.Of(thread, stop.Token))
            {
                var revisions = new ParsedRevision[batch.Count];
                foreach (var file in batch.Index().GroupBy(text => text.Item.Path, StringComparer.Ordinal))
                {
                    if (!files.TryGetValue(file.Key, out var parser))
                    {
                        files.Add(file.Key, parser = (new RevisionReader(memo, file.Key), new FileStates(states)));
                    }

                    foreach (var (index, text) in file)
                    {
                        revisions[index] = Parse(text, parser.Reader, parser.States);
                    }

                    if (areMany)
                    {
                        files.Clear();
                        memo = memo.ForOtherFiles();
                        states.Forget();
                    }
                }

                parsed[thread].Add(revisions, stop.Token);
            }
        }
        finally
        {
            parsed[thread].Complete();
        }
    }

    private ParsedRevision Parse(FetchedText text, RevisionReader reader, FileStates states)
    {
        if (text.Bytes is not { } bytes)
        {
            return new(text.Blob, null, text.Length);
        }

        stop.Token.ThrowIfCancellationRequested();
        states.Take(reader.Read(bytes.AsSpan(0, (int)text.Length)));
        texts.Return(bytes);
        return new(text.Blob, states.Items, text.Length);
    }
}

/// <summary>The revisions that one thread parsed, which another one takes in their order.</summary>
/// <param name="ahead">The number of batches that can wait.</param>
internal sealed class ParsedBatches(int ahead) : IDisposable
{
    private readonly BlockingCollection<ParsedRevision[]> batches = new(ahead);
    private ParsedRevision[] current = [];
    private int taken;

    public void Add(ParsedRevision[] batch, CancellationToken stopped) => batches.Add(batch, stopped);

    public void Complete() => batches.CompleteAdding();

    /// <summary>Waits for the next revision; returns false after the last one.</summary>
    public bool TryTake(out ParsedRevision revision)
    {
        while (taken == current.Length)
        {
            if (!batches.TryTake(out var next, Timeout.Infinite))
            {
                revision = default;
                return false;
            }

            (current, taken) = (next, 0);
        }

        revision = current[taken++];
        return true;
    }

    public void Dispose() => batches.Dispose();
}
