namespace KaizenGate.Core.Backlogs;

/// <summary>
/// The fields of an improvement, in the order in which edits and reports write them. A field that is added here is read, merged,
/// moved, guarded, reported and documented like the others. A field that rules use also needs a property of <see cref="Improvement"/>.
/// </summary>
internal static class FieldCatalog
{
    private static readonly List<FieldDefinition> Added = [];

    public static FieldDefinition<double> Impact { get; } =
        Add<double>(
            "impact",
            FieldKind.Rating,
            "how much it helps, from 1 to 10, written or inferred; can be outside the scale",
            "Impact, User Impact, Business Impact, Value, User Value, Business Value, Benefit, Auswirkung, Wirkung, Nutzen, Impacto, Valor, Beneficio, Benefício, Valeur, Bénéfice, 影響, 影響度, インパクト, 価値, 영향, 영향도, 임팩트, 가치, 影响, 影响度, 影响力, 价值"
        );

    public static FieldDefinition<double> Effort { get; } =
        Add<double>(
            "effort",
            FieldKind.Rating,
            "how much work it is, from 1 to 10, 10 being the most; see `impact`",
            "Effort, Cost, Size, Complexity, Aufwand, Kosten, Größe, Komplexität, Esfuerzo, Costo, Coste, Complejidad, Coût, Taille, Complexité, Esforço, Custo, Complexidade, 工数, 労力, コスト, 規模, 노력, 공수, 비용, 난이도, 工作量, 成本, 复杂度"
        );

    public static FieldDefinition<double> PriorityScore { get; } =
        Add<double>(
            "priorityScore",
            FieldKind.Score,
            "the score that the backlog states, which rules check",
            "Priority Score, Score, Kaizen Score, Prioritätswert, Punktzahl, Puntuación, Puntaje, Score de priorité, Pontuação, スコア, 優先スコア, 점수, 우선순위 점수, 分数, 评分, 优先级分数",
            jsonName: "writtenScore",
            isGuarded: false
        );

    public static FieldDefinition<Priority> Priority { get; } =
        Add<Priority>(
            "priority",
            FieldKind.Priority,
            "the priority that the backlog states: `high`, `medium` or `low`",
            "Priority, Severity, P, Prio, Priorität, Dringlichkeit, Prioridad, Severidad, Priorité, Sévérité, Prioridade, Severidade, 優先度, 優先順位, 重要度, 우선순위, 중요도, 심각도, 优先级, 严重程度",
            jsonName: "writtenPriority",
            isGuarded: false
        );

    public static FieldDefinition Status { get; } =
        Add(
            "status",
            FieldKind.Status,
            "the status",
            "Status, State, Zustand, Estado, Statut, État, Situação, 状態, ステータス, 状況, 상태, 状态",
            isGuarded: false
        );

    public static FieldDefinition<Category?> Category { get; } =
        Add<Category?>(
            "category",
            FieldKind.Category,
            "`performance`, `quality`, `developerExperience`, `technicalDebt` or `feature`; an unknown word as written",
            "Category, Type, Area, Kind, Kategorie, Typ, Art, Bereich, Categoría, Tipo, Área, Catégorie, Domaine, Categoria, カテゴリ, カテゴリー, 種別, 분류, 유형, 카테고리, 类别, 类型, 分类"
        );

    public static FieldDefinition<string> Owner { get; } =
        Add<string>(
            "owner",
            FieldKind.Person,
            "who does it; null when unassigned",
            "Owner, Assigned To, Assignee, Responsible, Zuständig, Verantwortlich, Zugewiesen an, Asignado a, Responsable, Propietario, Assigné à, Responsável, Atribuído a, 担当, 担当者, 담당, 담당자, 负责人, 指派给"
        );

    public static FieldDefinition<DateOnly> Captured { get; } =
        Add<DateOnly>(
            "captured",
            FieldKind.Date,
            "the day it was captured",
            "Captured, Added, Created, Identified, Date, Captured On, Created On, Added On, Date Added, Erfasst, Erstellt, Angelegt, Datum, Capturado, Creado, Añadido, Identificado, Fecha, Créé, Ajouté, Identifié, Criado, Adicionado, Data, 作成, 作成日, 登録日, 日付, 생성일, 등록일, 추가일, 날짜, 创建, 创建日期, 添加日期, 日期"
        );

    public static FieldDefinition<DateOnly> Started { get; } =
        Add<DateOnly>(
            "started",
            FieldKind.Date,
            "the day on which work began",
            "Started, Start Date, Started On, Begonnen, Gestartet, Iniciado, Inicio, Commencé, Démarré, Início, 開始, 開始日, 시작, 시작일, 开始, 开始日期"
        );

    public static FieldDefinition<DateOnly> TargetDate { get; } =
        Add<DateOnly>(
            "targetDate",
            FieldKind.Date,
            "the day it is due",
            "Target Date, Due, Deadline, ETA, Due Date, Target, Zieldatum, Fällig, Fällig am, Termin, Fecha objetivo, Fecha límite, Vencimiento, Date cible, Échéance, Date limite, Data alvo, Prazo, 期限, 目標日, 締切, 마감일, 목표일, 기한, 截止日期, 目标日期"
        );

    public static FieldDefinition<DateOnly> Completed { get; } =
        Add<DateOnly>(
            "completed",
            FieldKind.Date,
            "the day it was completed",
            "Completed, Done, Closed, Shipped, Finished, Completed On, Completion Date, Erledigt, Abgeschlossen, Fertig, Erledigt am, Completado, Terminado, Cerrado, Hecho, Terminé, Achevé, Fermé, Concluído, Finalizado, Feito, 完了, 完了日, 완료, 완료일, 完成, 完成日期"
        );

    public static FieldDefinition<double> EstimatedHours { get; } =
        Add<double>(
            "estimatedHours",
            FieldKind.Hours,
            "estimated hours of work, at least 0",
            "Estimate, Estimated Time, Estimated Hours, Estimation, Time Estimate, Zeitschätzung, Schätzung, Geschätzte Zeit, Tiempo estimado, Estimación, Temps estimé, Tempo estimado, Estimativa, 見積, 見積もり, 見積時間, 예상 시간, 추정 시간, 预计时间, 估时"
        );

    public static FieldDefinition<string> CurrentState { get; } =
        Add<string>(
            "currentState",
            FieldKind.Text,
            "the current state",
            "Current State, Problem, Current, Ist-Zustand, Aktueller Zustand, Estado actual, Problema, État actuel, Problème, Estado atual, 現状, 問題, 課題, 현재 상태, 문제, 现状, 问题"
        );

    public static FieldDefinition<string> ProposedSolution { get; } =
        Add<string>(
            "proposedSolution",
            FieldKind.Text,
            "the proposed solution",
            "Proposed Solution, Proposal, Proposed Improvement, Solution, Lösungsvorschlag, Lösung, Vorschlag, Solución propuesta, Solución, Propuesta, Solution proposée, Proposition, Solução proposta, Solução, Proposta, 提案, 解決策, 対策, 제안, 해결책, 해결 방안, 解决方案, 方案, 建议"
        );

    public static FieldDefinition<string> ExpectedOutcome { get; } =
        Add<string>(
            "expectedOutcome",
            FieldKind.Text,
            "the expected outcome",
            "Expected Outcome, Expected Impact, Expected Benefit, Expected Result, Goal, Erwartetes Ergebnis, Erwarteter Nutzen, Ziel, Resultado esperado, Objetivo, Beneficio esperado, Résultat attendu, Objectif, Bénéfice attendu, Benefício esperado, 期待効果, 期待される効果, 目標, 목표, 기대 효과, 예상 결과, 预期效果, 预期结果, 目标"
        );

    public static FieldDefinition<string> SuccessCriteria { get; } =
        Add<string>(
            "successCriteria",
            FieldKind.Text,
            "the success criteria",
            "Success Criteria, Acceptance Criteria, Done When, Erfolgskriterien, Akzeptanzkriterien, Criterios de éxito, Criterios de aceptación, Critères de succès, Critères d'acceptation, Critérios de sucesso, Critérios de aceitação, 成功基準, 受け入れ基準, 성공 기준, 완료 조건, 成功标准, 验收标准"
        );

    public static FieldDefinition<Measurement> MeasuredImpact { get; } =
        Add<Measurement>(
            "measuredImpact",
            FieldKind.Measurement,
            "the measured effect, as written",
            "Measured Impact, Result, Outcome, Actual Impact, Results, Measured, Gemessene Wirkung, Ergebnis, Impacto medido, Resultado, Impact mesuré, Résultat, 測定結果, 効果, 結果, 측정된 효과, 결과, 实际影响, 结果, 实测效果"
        );

    public static FieldDefinition<double> TimeSpent { get; } =
        Add<double>(
            "timeSpent",
            FieldKind.Hours,
            "logged hours of work, at least 0",
            "Time Spent, Actual, Actual Time, Hours Spent, Actual Hours, Aufgewendete Zeit, Zeitaufwand, Tiempo invertido, Tiempo real, Temps passé, Temps réel, Tempo gasto, 実績, 実績時間, 소요 시간, 실제 시간, 实际时间, 花费时间"
        );

    public static FieldDefinition<double> HoursSaved { get; } =
        Add<double>(
            "hoursSaved",
            FieldKind.Savings,
            "hours saved in total; null when the text states a rate",
            "Time Saved, Hours Saved, Eingesparte Zeit, Gesparte Zeit, Tiempo ahorrado, Temps économisé, Temps gagné, Tempo economizado, 節約時間, 削減時間, 절약 시간, 절감 시간, 节省时间"
        );

    public static FieldDefinition<double> SavedPerWeek { get; } =
        Add<double>(
            "savedPerWeek",
            FieldKind.WeeklySavings,
            "hours saved per week since the completion, when the text states a rate such as `15 min/week`",
            "",
            readFrom: HoursSaved
        );

    public static FieldDefinition<double> Roi { get; } =
        Add<double>(
            "roi",
            FieldKind.Ratio,
            "return on investment as a ratio: `5×` is 5, `120%` is 1.2",
            "ROI, Return, Return on Investment, Rendite, Retorno, Retour sur investissement, 投資対効果, 투자 수익률, 投资回报率",
            isGuarded: false
        );

    public static FieldDefinition<string> Reason { get; } =
        Add<string>(
            "reason",
            FieldKind.Text,
            "why it is deferred or rejected",
            "Reason, Why, Grund, Begründung, Warum, Motivo, Razón, Raison, Motif, Razão, 理由, 이유, 사유, 原因"
        );

    public static FieldDefinition<DateOnly> ReviewDate { get; } =
        Add<DateOnly>(
            "reviewDate",
            FieldKind.Date,
            "the day to reconsider a deferred improvement",
            "Review Date, Revisit, Review On, Wiedervorlage, Fecha de revisión, Date de révision, Data de revisão, 見直し日, 再検討, 재검토, 재검토일, 复查日期, 回顾日期"
        );

    public static FieldDefinition Id { get; } =
        Add(
            "id",
            FieldKind.Id,
            "the id",
            "ID, Key, Ref, Ticket, Identifier, Kennung, Identificador, Identifiant, 番号, 번호, 编号",
            isGuarded: false
        );

    public static FieldDefinition Title { get; } =
        Add(
            "title",
            FieldKind.Title,
            "the title",
            "Improvement, Title, Item, Task, Name, Feature, Enhancement, Idea, Story, Issue, Action, Summary, Work Item, Opportunity, Verbesserung, Titel, Aufgabe, Maßnahme, Mejora, Título, Tarea, Elemento, Nombre, Amélioration, Titre, Tâche, Élément, Nom, Melhoria, Tarefa, Nome, 改善, 改善項目, タイトル, タスク, 項目, 名前, 개선, 개선 사항, 제목, 작업, 항목, 이름, 改进, 改进项, 标题, 任务, 项目, 名称, Description, Beschreibung, Descripción, Descrição, 説明, 설명, 描述"
        );

    /// <summary>A label that only the score formula uses.</summary>
    public static FieldDefinition Other { get; } = new("other", FieldKind.Other, "", "");

    /// <summary>All fields except <see cref="Other"/>. Must be the last property: it copies the fields that the others add.</summary>
    public static FieldTable Table { get; } = new([.. Added]);

    private static FieldDefinition<T> Add<T>(
        string name,
        FieldKind kind,
        string meaning,
        string labels,
        string? jsonName = null,
        bool isGuarded = true,
        FieldDefinition? readFrom = null
    )
    {
        var field = new FieldDefinition<T>(name, kind, meaning, labels)
        {
            JsonName = jsonName ?? name,
            IsGuarded = isGuarded,
            ReadFrom = readFrom,
        };
        Added.Add(field);
        return field;
    }

    private static FieldDefinition Add(
        string name,
        FieldKind kind,
        string meaning,
        string labels,
        bool isGuarded = true
    )
    {
        var field = new FieldDefinition(name, kind, meaning, labels) { IsGuarded = isGuarded };
        Added.Add(field);
        return field;
    }
}
