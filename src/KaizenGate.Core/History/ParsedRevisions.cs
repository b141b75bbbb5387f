using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>A revision of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Blob">The id of its text.</param>
/// <param name="Items">Its items; null when the text is too large to be read.</param>
/// <param name="Length">The length of the text in bytes.</param>
internal readonly record struct ParsedRevision(string Path, string Blob, ImmutableArray<ItemState>? Items, long Length)
{
    /// <summary>The text, if it is the first of the file; to ask git for it again, one file at a time, would take longer.</summary>
    public byte[]? Text { get; init; }
}

/// <summary>
/// Parses the revisions of a plan while git prints them. Each of a few threads parses those of its own files, as each text is
/// compared with the one of the same path before, so that the cost depends on the size of the changes.
/// </summary>
internal sealed class ParsedRevisions : IDisposable
{
    private const int MostThreads = 4;

    /// <summary>The number of batches of revisions that each thread can parse ahead of the one being taken.</summary>
    private const int Ahead = 16;

    /// <summary>
    /// From this number of files on, a thread parses many revisions of a file before those of the next, and then drops what it kept of
    /// the file. Otherwise all that is kept of all files would be traced again and again by the garbage collector. Git, too, prints the
    /// revisions of one file after another faster.
    /// </summary>
    private const int ManyFiles = 32;

    /// <summary>The number of texts among which those of one file are parsed first, if there are many files.</summary>
    private const int Together = 4_096;

    /// <summary>The size of the texts that a thread gets at once, if there are many files, which are small.</summary>
    private const int BatchBytes = 128 * 1024;

    private readonly RevisionTexts texts;
    private readonly bool areMany;
    private readonly Dictionary<string, int> threadOf = new(StringComparer.Ordinal);

    /// <summary>
    /// The revisions that any thread parsed. With a queue for each thread, one could be full of revisions of a file that is asked for
    /// much later, and its thread would keep git from printing what the others wait for.
    /// </summary>
    private readonly BlockingCollection<List<ParsedRevision>> parsed;
    private int parsing;

    /// <summary>The revisions of each file that were parsed before they were asked for.</summary>
    private readonly Dictionary<string, Queue<ParsedRevision>> waiting = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private readonly Workers workers = new();

    /// <param name="git">The repository.</param>
    /// <param name="planned">The texts; at least one.</param>
    /// <param name="options">How to read them.</param>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public ParsedRevisions(GitRepository git, List<PlannedText> planned, ReadingOptions options)
    {
        var paths = planned.Select(text => text.Path).Distinct(StringComparer.Ordinal).ToList();
        var threads = Math.Min(paths.Count, Math.Min(MostThreads, Environment.ProcessorCount));
        for (var i = 0; i < paths.Count; i++)
        {
            threadOf.Add(paths[i], i % threads);
        }

        areMany = paths.Count >= ManyFiles;
        texts = new RevisionTexts(
            git,
            areMany ? ByFile(planned) : planned,
            options.MaxFileBytes,
            areMany ? BatchBytes : 0,
            threads,
            path => threadOf[path]
        );
        parsed = new(threads * Ahead);
        parsing = threads;
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
        ParsedRevision revision;
        while (!Waiting(path).TryDequeue(out revision))
        {
            if (!parsed.TryTake(out var batch, Timeout.Infinite))
            {
                workers.ThrowIfFailed();
                throw new OperationCanceledException();
            }

            foreach (var next in batch)
            {
                Waiting(next.Path).Enqueue(next);
            }
        }

        return revision;
    }

    public void Dispose()
    {
        stop.Cancel();
        workers.Join();
        texts.Dispose();
        stop.Dispose();
        parsed.Dispose();
    }

    /// <summary>Orders texts by file, in parts, so that the first of them need not wait for all.</summary>
    private static List<PlannedText> ByFile(List<PlannedText> planned) =>
        [
            .. planned
                .Chunk(Together)
                .SelectMany(part => part.GroupBy(text => text.Path, StringComparer.Ordinal).SelectMany(file => file)),
        ];

    private Queue<ParsedRevision> Waiting(string path)
    {
        ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(waiting, path, out _);
        return queue ??= new();
    }

    private void Parse(int thread, ReadingOptions options)
    {
        var memo = new RevisionMemo(options);
        var states = new ItemStates();
        var files = new Dictionary<string, (RevisionReader Reader, FileStates States)>(StringComparer.Ordinal);
        var isComplete = false;
        try
        {
            foreach (var batch in texts.Of(thread, stop.Token))
            {
                var revisions = new List<ParsedRevision>(batch.Count);
                foreach (var text in batch)
                {
                    var isFirst = !files.TryGetValue(text.Path, out var parser);
                    if (isFirst)
                    {
                        if (areMany && files.Count > 0)
                        {
                            files.Clear();
                            memo = memo.ForOtherFiles();
                            states.Forget();
                        }

                        files.Add(text.Path, parser = (new RevisionReader(memo, text.Path), new FileStates(states)));
                    }

                    revisions.Add(Parse(text, parser.Reader, parser.States, isFirst));
                }

                parsed.Add(revisions, stop.Token);
            }

            isComplete = true;
        }
        finally
        {
            if (!isComplete)
            {
                stop.Cancel(); // The others would wait for texts behind those of this thread.
            }

            if (Interlocked.Decrement(ref parsing) == 0)
            {
                parsed.CompleteAdding();
            }
        }
    }

    private ParsedRevision Parse(FetchedText text, RevisionReader reader, FileStates states, bool isFirst)
    {
        if (text.Bytes is not { } bytes)
        {
            return new(text.Path, text.Blob, null, text.Length);
        }

        stop.Token.ThrowIfCancellationRequested();
        var length = (int)text.Length;
        states.Take(reader.Read(bytes.AsSpan(0, length)));
        var kept = isFirst ? bytes[..length] : null;
        texts.Return(bytes);
        return new(text.Path, text.Blob, states.Items, text.Length) { Text = kept };
    }
}
