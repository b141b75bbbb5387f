namespace KaizenGate.Core.Inputs;

/// <summary>
/// Where backlogs are kept. Rules, plans and reports know nothing of it: each source yields the same evidence, a backlog with its history
/// and the requested change.
/// </summary>
internal interface IBacklogSource
{
    /// <summary>Whether this source reads a backlog. The first source that does is asked.</summary>
    bool Holds(SourceFile file);

    /// <summary>Reads backlogs of this source.</summary>
    /// <param name="files">The files: the backlogs themselves, or snapshots of them.</param>
    /// <param name="errors">Receives what cannot be read; then the evidence is not used.</param>
    /// <returns>The evidence in the order of the files.</returns>
    ImmutableArray<Evidence> Read(ImmutableArray<SourceFile> files, ImmutableArray<InputError>.Builder errors);
}
