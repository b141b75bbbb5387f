using KaizenGate.Core.Reading.Transcribing;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Reads a backlog from Markdown: splits the text into sections, parses each on its own, then combines them. After a change, only
/// the changed sections need to be parsed again.
/// </summary>
internal static class BacklogReader
{
    /// <summary>The maximum number of lines: more would take too long.</summary>
    public const int MaxLines = 2_000_000;

    /// <summary>The length, in characters, above which sections are parsed in parallel.</summary>
    private const int ParallelLength = 256 * 1024;

    /// <summary>Reads a backlog from its text.</summary>
    /// <exception cref="InputException">The text breaks a limit (number of lines, nesting depth); the error names the place.</exception>
    public static Backlog Read(SourceFile file, string text, ReadingOptions options) =>
        Read(file, new TextFile(text.TrimStart('\uFEFF').Replace('\0', '\uFFFD'), null), options);

    /// <summary>Reads a backlog from its file, in any Unicode encoding.</summary>
    /// <exception cref="InputException">The file cannot be read, is larger than the limit, or breaks a limit of the text.</exception>
    public static Backlog ReadFile(SourceFile file, ReadingOptions options) => ReadOutlined(file, options).Backlog;

    /// <summary>Reads a backlog from its file, or from the tasks in the folder that the file represents.</summary>
    /// <inheritdoc cref="ReadFile"/>
    internal static OutlinedBacklog ReadOutlined(SourceFile file, ReadingOptions options) =>
        TaskFolder.Of(file) is { } folder
            ? ReadTasks(file, folder.Read(file, options.MaxFileBytes), folder.With(options))
            : ReadOutlined(file, TextFile.Read(file, options.MaxFileBytes), options);

    /// <summary>Reads the tasks in a folder as one backlog.</summary>
    /// <param name="file">The file that stands for the folder.</param>
    /// <param name="tasks">The files of the tasks with their texts.</param>
    /// <param name="options">How to read them.</param>
    /// <exception cref="InputException">The texts together break a limit of a text.</exception>
    internal static OutlinedBacklog ReadTasks(
        SourceFile file,
        IReadOnlyList<(SourceFile File, string Text)> tasks,
        ReadingOptions options
    )
    {
        var (transcription, starts) = Transcriber.OfAll(
            [.. tasks.Select(task => (task.File.Path, task.Text))],
            BacklogTask.Write
        );
        var text = string.Concat(tasks.Select(task => $"\n{task.Text}"));
        var lines = new LineMap(transcription.Text, transcription.Places);
        var read = ReadText(file, transcription.Text, lines, new TextFile(text, null), options);
        return read with
        {
            Backlog = read.Backlog with
            {
                Members = [.. starts.Zip(tasks, (start, task) => (start, task.File))],
                Problems = [.. read.Backlog.Problems, .. transcription.Problems],
            },
        };
    }

    /// <summary>Reads a backlog from bytes, in any Unicode encoding.</summary>
    /// <exception cref="InputException">The text breaks a limit (number of lines, nesting depth); the error names the place.</exception>
    public static Backlog ReadBytes(SourceFile file, ReadOnlySpan<byte> bytes, ReadingOptions options) =>
        Read(file, TextFile.Decode(bytes), options);

    private static Backlog Read(SourceFile file, TextFile decoded, ReadingOptions options) =>
        ReadOutlined(file, decoded, options).Backlog;

    /// <summary>Reads a backlog together with its outline, which has the place of each part.</summary>
    /// <exception cref="InputException">The text breaks a limit (number of lines, nesting depth); the error names the place.</exception>
    internal static OutlinedBacklog ReadOutlined(SourceFile file, TextFile decoded, ReadingOptions options)
    {
        if (SnapshotFile.Is(file.Path, decoded.Text))
        {
            return SnapshotReader.Read(file, decoded, options);
        }

        if (Transcriber.Of(file.Path, decoded.Text) is not { } transcription)
        {
            return ReadMarkdown(file, decoded, options);
        }

        var lines = new LineMap(transcription.Text, transcription.Places);
        var read = ReadText(file, transcription.Text, lines, decoded, options);
        return read with
        {
            Backlog = read.Backlog with { Problems = [.. read.Backlog.Problems, .. transcription.Problems] },
        };
    }

    /// <summary>Reads a backlog as Markdown, whatever it holds.</summary>
    /// <inheritdoc cref="ReadOutlined(SourceFile, TextFile, ReadingOptions)"/>
    internal static OutlinedBacklog ReadMarkdown(SourceFile file, TextFile decoded, ReadingOptions options) =>
        ReadText(file, decoded.Text, new LineMap(decoded.Text), decoded, options);

    private static OutlinedBacklog ReadText(
        SourceFile file,
        string text,
        LineMap lines,
        TextFile decoded,
        ReadingOptions options
    )
    {
        if (lines.Count > MaxLines)
        {
            throw new InputException(
                new InputError(
                    $"the file has {lines.Count:N0} lines, more than the limit of {MaxLines:N0}",
                    "Split it, or move completed items to the archive",
                    file.Path,
                    MaxLines + 1,
                    1
                )
            );
        }

        var problems = new Problems();
        if (decoded.InvalidAt is { } invalid)
        {
            problems.Add(
                new LineMap(decoded.Text).Span(invalid, 1),
                "the bytes here are not valid text; save the file as UTF-8"
            );
        }

        var labels = new Labels(options);
        var sections = Sections(file, text, lines, labels, problems);
        var outline = new Outline();
        foreach (var section in sections)
        {
            foreach (var block in section.Blocks)
            {
                outline.Add(block);
            }
        }

        var root = outline.Root;
        var backlog = Assemble(file, lines, options, labels, sections, root, problems) with { Text = decoded.Text };
        return new(backlog, lines, root, labels);
    }

    private static List<ParsedSection> Sections(
        SourceFile file,
        string text,
        LineMap lines,
        Labels labels,
        Problems problems
    )
    {
        var cuts = SectionCutter.Cut(lines, text.Length);
        if (cuts.TooDeep is { } line)
        {
            throw TooDeep(file, line + 1, 1);
        }

        if (cuts.Unclosed is { } open)
        {
            problems.Add(
                lines.Span(lines.StartOf(open.Line), lines.Line(open.Line).Length),
                $"this {open.What} is never closed and hides everything below it; close it with {open.Closer}"
            );
        }

        foreach (var conflict in cuts.Conflicts)
        {
            problems.Add(
                lines.Span(lines.StartOf(conflict), lines.Line(conflict).Length),
                "this merge conflict is not resolved and hides everything in it; keep what is right and delete its markers"
            );
        }

        var populations = new Populations(labels);
        var parsed = new ParsedSection?[cuts.Sections.Count];
        void Parse(int index)
        {
            if (SectionParser.Parse(text, cuts.Sections[index], labels) is { } content)
            {
                var blocks = HeadingBlock.Of(new SectionText(text), content, labels);
                foreach (var block in blocks)
                {
                    block.Prepare(populations);
                }

                parsed[index] = new(content, blocks);
            }
        }

        // Sections are independent of each other. Threads are only faster for long texts.
        if (text.Length > ParallelLength)
        {
            Concurrently.For(parsed.Length, Parse);
        }
        else
        {
            for (var index = 0; index < parsed.Length; index++)
            {
                Parse(index);
            }
        }

        var tooDeep = Array.IndexOf(parsed, null);
        if (tooDeep >= 0)
        {
            var place = Nesting.DeepestLine(text, cuts.Sections[tooDeep], lines);
            throw TooDeep(file, place.Line, place.Column);
        }

        return [.. parsed.OfType<ParsedSection>()];
    }

    private static InputException TooDeep(SourceFile file, int line, int column) =>
        new(
            new InputError(
                "lists or quotes are nested too deeply to be read",
                $"Nest them at most {Nesting.MaxDepth} levels deep",
                file.Path,
                line,
                column
            )
        );

    private static Backlog Assemble(
        SourceFile file,
        LineMap lines,
        ReadingOptions options,
        Labels labels,
        List<ParsedSection> sections,
        Scope root,
        Problems problems
    )
    {
        var finder = new ItemFinder(labels, lines, options, expected: sections.Sum(section => section.Blocks.Count));
        var account = new AccountBuilder(lines, options.KeepsParts);
        finder.Find(
            root,
            sections.Aggregate(default(Conventions), (all, section) => all.With(section.Content.Conventions)),
            file.Path,
            account
        );
        var found = PartReader.Read(finder.Parts, labels, lines, options, problems);
        ImmutableArray<Improvement> improvements = [.. DuplicateMerger.Merge(found, options.Scoring)];
        for (var order = 0; order < improvements.Length; order++)
        {
            improvements[order].Order = order;
        }

        var comments = sections.SelectMany(section => section.Content.Comments);
        return new Backlog
        {
            File = file,
            Improvements = improvements,
            Sections = [.. finder.Sections],
            Metadata = MetadataReader.Read(root, finder.Contexts, lines),
            Metrics = MetricsReader.Read(finder.Contexts, lines),
            Account = account.Build(found),
            Suppressions = Suppressions(comments, improvements, lines),
            Problems = problems.InOrder(improvements),
        };
    }

    private static ImmutableArray<Suppression> Suppressions(
        IEnumerable<Extent> comments,
        ImmutableArray<Improvement> improvements,
        LineMap lines
    )
    {
        var suppressions = ImmutableArray.CreateBuilder<Suppression>();
        var next = 0;
        foreach (var comment in comments)
        {
            while (next < improvements.Length && improvements[next].Span.Offset < comment.Start)
            {
                next++;
            }

            var follows = next < improvements.Length ? next : (int?)null;
            if (SuppressionText.Read(lines.Slice(comment), lines.Span(comment), follows) is { } suppression)
            {
                suppressions.Add(suppression);
            }
        }

        return suppressions.ToImmutable();
    }
}

/// <summary>A section with its blocks.</summary>
internal sealed record ParsedSection(SectionContent Content, List<HeadingBlock> Blocks);

/// <summary>A backlog with the places of its parts in the text.</summary>
/// <param name="Outline">The root of its headings.</param>
/// <param name="Labels">The labels that the backlog was read with.</param>
internal sealed record OutlinedBacklog(Backlog Backlog, LineMap Lines, Scope Outline, Labels Labels);
