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
            "Impact, User Impact, Business Impact, Value, User Value, Business Value, Benefit, Impact Score, Impact Rating, Impact Level, Value Score, Auswirkung, Wirkung, Nutzen, Impacto, Valor, Beneficio, Benefício, Valeur, Bénéfice, 影響, 影響度, インパクト, 価値, 영향, 영향도, 임팩트, 가치, 影响, 影响度, 影响力, 价值, 影响程度, 业务价值, 影響力, 影響程度, 價值, Impatto, Valore, Влияние, Эффект, Ценность, Польза, Vaikutus, Hyöty, Arvo"
        );

    public static FieldDefinition<double> Effort { get; } =
        Add<double>(
            "effort",
            FieldKind.Rating,
            "how much work it is, from 1 to 10, 10 being the most; see `impact`",
            "Effort, Cost, Size, Complexity, Effort Score, Effort Level, Effort Estimate, Estimated Effort, Est. Effort, Size Estimate, T-Shirt Size, Level of Effort, LOE, Story Points, Points, SP, Difficulty, Aufwand, Kosten, Größe, Komplexität, Esfuerzo, Costo, Coste, Complejidad, Coût, Taille, Complexité, Esforço, Custo, Complexidade, 工数, 労力, コスト, 規模, 노력, 공수, 비용, 난이도, 工作量, 成本, 复杂度, Aufwandsschätzung, Geschätzter Aufwand, Schwierigkeit, Esfuerzo estimado, Tamaño, Dificultad, Effort estimé, Charge, Difficulté, Esforço estimado, Tamanho, Dificuldade, 難易度, 作業量, 难度, 规模, 预估工作量, 複雜度, 難度, Sforzo, Impegno, Dimensione, Complessità, Усилия, Трудозатраты, Затраты, Сложность, Трудоёмкость, Трудоемкость, Размер, Стоимость, Työmäärä, Vaiva, Koko, Monimutkaisuus, Kustannus"
        );

    public static FieldDefinition<double> PriorityScore { get; } =
        Add<double>(
            "priorityScore",
            FieldKind.Score,
            "the score that the backlog states, which rules check",
            "Priority Score, Score, Kaizen Score, Prioritätswert, Punktzahl, Puntuación, Puntaje, Score de priorité, Pontuação, スコア, 優先スコア, 점수, 우선순위 점수, 分数, 评分, 优先级分数, 分數, 評分, 優先級分數, Punteggio, Punteggio di priorità, Балл, Баллы, Pisteet, Prioriteettipisteet",
            jsonName: "writtenScore",
            isGuarded: false
        );

    public static FieldDefinition<Priority> Priority { get; } =
        Add<Priority>(
            "priority",
            FieldKind.Priority,
            "the priority that the backlog states: `high`, `medium` or `low`",
            "Priority, Severity, P, Prio, Priority Level, Urgency, Importance, Priorität, Dringlichkeit, Prioridad, Severidad, Priorité, Sévérité, Prioridade, Severidade, 優先度, 優先順位, 重要度, 우선순위, 중요도, 심각도, 优先级, 严重程度, Wichtigkeit, Urgencia, Urgence, Urgência, 緊急度, 优先度, 重要性, 严重性, 優先級, 優先順序, 優先權, 嚴重程度, 嚴重性, Priorità, Gravità, Urgenza, Приоритет, Важность, Срочность, Серьёзность, Prioriteetti, Tärkeys, Vakavuus, Kiireellisyys",
            jsonName: "writtenPriority",
            isGuarded: false
        );

    public static FieldDefinition Status { get; } =
        Add(
            "status",
            FieldKind.Status,
            "the status",
            "Status, State, Current Status, Work Status, Implementation Status, Zustand, Estado, Statut, État, Situação, 状態, ステータス, 状況, 상태, 状态, Bearbeitungsstand, 現在の状態, 当前状态, 狀態, 目前狀態, Stato, Статус, Состояние, Tila",
            isGuarded: false
        );

    public static FieldDefinition<Category?> Category { get; } =
        Add<Category?>(
            "category",
            FieldKind.Category,
            "`performance`, `quality`, `developerExperience`, `technicalDebt` or `feature`; an unknown word as written",
            "Category, Type, Area, Kind, Kategorie, Typ, Art, Bereich, Categoría, Tipo, Área, Catégorie, Domaine, Categoria, カテゴリ, カテゴリー, 種別, 분류, 유형, 카테고리, 类别, 类型, 分类, 種類, 類別, 類型, 分類, Категория, Тип, Область, Luokka, Kategoria, Tyyppi, Alue"
        );

    public static FieldDefinition<string> Owner { get; } =
        Add<string>(
            "owner",
            FieldKind.Person,
            "who does it; null when unassigned",
            "Owner, Assigned To, Assignee, Responsible, Assigned, Owned By, DRI, Who, Zuständig, Verantwortlich, Zugewiesen an, Asignado a, Responsable, Propietario, Assigné à, Responsável, Atribuído a, 担当, 担当者, 담당, 담당자, 负责人, 指派给, Bearbeiter, Asignado, Encargado, Attribué à, Assigné, Porteur, Atribuído, 책임자, 责任人, 分配, 分配给, 負責人, 指派給, 分配給, Assegnato a, Responsabile, Incaricato, Ответственный, Исполнитель, Владелец, Vastuuhenkilö, Omistaja, Vastuussa, Tekijä"
        );

    public static FieldDefinition<DateOnly> Captured { get; } =
        Add<DateOnly>(
            "captured",
            FieldKind.Date,
            "the day it was captured",
            "Captured, Added, Created, Identified, Date, Captured On, Created On, Added On, Date Added, Date Captured, Date Created, Created At, Added At, Date Identified, Identified On, Discovered, Discovered On, Date Discovered, Reported, Reported On, Date Reported, Opened, Opened On, Date Opened, Logged, Logged On, Date Logged, Raised, Raised On, Found On, First Seen, Recorded, Erfasst, Erstellt, Angelegt, Datum, Capturado, Creado, Añadido, Identificado, Fecha, Créé, Ajouté, Identifié, Criado, Adicionado, Data, 作成, 作成日, 登録日, 日付, 생성일, 등록일, 추가일, 날짜, 创建, 创建日期, 添加日期, 日期, Erfasst am, Erstellt am, Angelegt am, Gemeldet, Gemeldet am, Hinzugefügt, Entdeckt, Fecha de creación, Creado el, Añadido el, Detectado, Reportado, Créé le, Ajouté le, Date de création, Signalé, Signalé le, Criado em, Data de criação, Registrado, 起票日, 発見日, 追加日, 작성일, 발견일, 创建时间, 提出日期, 记录日期, 发现日期, 建立日期, 新增日期, 發現日期, Creato, Creato il, Aggiunto, Aggiunto il, Data di creazione, Создано, Добавлено, Выявлено, Дата, Дата создания, Kirjattu, Lisätty, Luotu, Päivämäärä, Pvm"
        );

    public static FieldDefinition<DateOnly> Started { get; } =
        Add<DateOnly>(
            "started",
            FieldKind.Date,
            "the day on which work began",
            "Started, Start Date, Started On, Date Started, Started At, In Progress Since, Begonnen, Gestartet, Iniciado, Inicio, Commencé, Démarré, Início, 開始, 開始日, 시작, 시작일, 开始, 开始日期, Begonnen am, Gestartet am, Iniciado el, Fecha de inicio, Commencé le, Démarré le, Iniciado em, 着手日, 시작 일자, 开始时间, 開始日期, Iniziato, Iniziato il, Data di inizio, Начато, Начало, Дата начала, Aloitettu, Aloituspäivä"
        );

    public static FieldDefinition<DateOnly> TargetDate { get; } =
        Add<DateOnly>(
            "targetDate",
            FieldKind.Date,
            "the day it is due",
            "Target Date, Due, Deadline, ETA, Due Date, Target, Due On, Due By, Target Completion, Target Completion Date, Planned Completion, Expected Completion, Estimated Completion, Expected Date, Planned Date, Planned For, Scheduled For, Complete By, Zieldatum, Fällig, Fällig am, Termin, Fecha objetivo, Fecha límite, Vencimiento, Date cible, Échéance, Date limite, Data alvo, Prazo, 期限, 目標日, 締切, 마감일, 목표일, 기한, 截止日期, 目标日期, Fälligkeit, Frist, Geplant für, Vence, Plazo, Prévu pour, Prévu le, Vencimento, Previsto para, 予定日, 納期, 期日, 예정일, 到期日, 计划日期, 计划完成, 预计完成, 目標日期, 預計完成, Scadenza, Data obiettivo, Срок, Срок выполнения, Дедлайн, Целевая дата, Määräaika, Eräpäivä, Tavoitepäivä"
        );

    public static FieldDefinition<DateOnly> Completed { get; } =
        Add<DateOnly>(
            "completed",
            FieldKind.Date,
            "the day it was completed",
            "Completed, Done, Closed, Shipped, Finished, Completed On, Completion Date, Completed At, Completed Date, Date Completed, Done On, Done Date, Date Done, Closed On, Closed Date, Date Closed, Resolved, Resolved On, Resolved Date, Date Resolved, Resolution Date, Fixed, Fixed On, Fixed Date, Date Fixed, Shipped On, Ship Date, Finished On, Delivered, Delivered On, Implemented, Implemented On, Merged On, Released On, Erledigt, Abgeschlossen, Fertig, Erledigt am, Completado, Terminado, Cerrado, Hecho, Terminé, Achevé, Fermé, Concluído, Finalizado, Feito, 完了, 完了日, 완료, 완료일, 完成, 完成日期, Abgeschlossen am, Abschlussdatum, Fertig am, Fertiggestellt, Fertiggestellt am, Behoben, Behoben am, Gelöst, Gelöst am, Umgesetzt, Umgesetzt am, Geschlossen, Geschlossen am, Completado el, Terminado el, Cerrado el, Resuelto, Resuelto el, Fecha de finalización, Fecha de cierre, Fecha de resolución, Terminé le, Clôturé, Clôturé le, Résolu, Résolu le, Fait le, Livré le, Date de fin, Date de résolution, Concluído em, Fechado, Fechado em, Resolvido, Resolvido em, Data de conclusão, 終了日, 解決日, 対応日, 완료 일자, 종료일, 해결일, 完成时间, 解决日期, 关闭日期, 结束日期, 完成時間, 解決日期, 關閉日期, Completato, Completato il, Terminato, Terminato il, Chiuso, Chiuso il, Risolto, Risolto il, Data di completamento, Завершено, Выполнено, Закрыто, Исправлено, Готово, Дата завершения, Дата выполнения, Valmis, Valmistunut, Valmistumispäivä, Suljettu, Tehty, Korjattu"
        );

    public static FieldDefinition<double> EstimatedHours { get; } =
        Add<double>(
            "estimatedHours",
            FieldKind.Hours,
            "estimated hours of work, at least 0",
            "Estimate, Estimated Time, Estimated Hours, Estimation, Time Estimate, Est., Est. Time, Est. Hours, Est. Days, Estimated Days, Estimated Weeks, Estimated Duration, Hours, Days, Weeks, Time Required, Zeitschätzung, Schätzung, Geschätzte Zeit, Tiempo estimado, Estimación, Temps estimé, Tempo estimado, Estimativa, 見積, 見積もり, 見積時間, 예상 시간, 추정 시간, 预计时间, 估时, Geschätzte Stunden, Geschätzte Tage, Stunden, Tage, Horas estimadas, Días estimados, Horas, Días, Charge estimée, Heures, Jours, Dias, 見積り, 見積工数, 予定工数, 예상 소요 시간, 예상 공수, 预估, 预估时间, 预计工时, 预估工时, 工时, 預估, 預估時間, 預計時間, 預估工時, 工時, Stima, Tempo stimato, Ore, Giorni, Ore stimate, Оценка, Оценка времени, Часы, Дни, Arvio, Aika-arvio, Työmääräarvio, Tunnit, Päivät"
        );

    public static FieldDefinition<string> CurrentState { get; } =
        Add<string>(
            "currentState",
            FieldKind.Text,
            "the current state",
            "Current State, Problem, Current, Ist-Zustand, Aktueller Zustand, Estado actual, Problema, État actuel, Problème, Estado atual, 現状, 問題, 課題, 현재 상태, 문제, 现状, 问题, 現狀, Stato attuale, Текущее состояние, Проблема, Nykytila, Ongelma"
        );

    public static FieldDefinition<string> ProposedSolution { get; } =
        Add<string>(
            "proposedSolution",
            FieldKind.Text,
            "the proposed solution",
            "Proposed Solution, Proposal, Proposed Improvement, Solution, Lösungsvorschlag, Lösung, Vorschlag, Solución propuesta, Solución, Propuesta, Solution proposée, Proposition, Solução proposta, Solução, Proposta, 提案, 解決策, 対策, 제안, 해결책, 해결 방안, 解决方案, 方案, 建议, 解決方案, 建議, Soluzione proposta, Soluzione, Решение, Предложение, Предлагаемое решение, Ratkaisuehdotus, Ratkaisu, Ehdotus"
        );

    public static FieldDefinition<string> ExpectedOutcome { get; } =
        Add<string>(
            "expectedOutcome",
            FieldKind.Text,
            "the expected outcome",
            "Expected Outcome, Expected Impact, Expected Benefit, Expected Result, Goal, Erwartetes Ergebnis, Erwarteter Nutzen, Ziel, Resultado esperado, Objetivo, Beneficio esperado, Résultat attendu, Objectif, Bénéfice attendu, Benefício esperado, 期待効果, 期待される効果, 目標, 목표, 기대 효과, 예상 결과, 预期效果, 预期结果, 目标, 預期效果, 預期結果, Risultato atteso, Obiettivo, Beneficio atteso, Ожидаемый результат, Цель, Odotettu tulos, Tavoite"
        );

    public static FieldDefinition<string> SuccessCriteria { get; } =
        Add<string>(
            "successCriteria",
            FieldKind.Text,
            "the success criteria",
            "Success Criteria, Acceptance Criteria, Done When, Erfolgskriterien, Akzeptanzkriterien, Criterios de éxito, Criterios de aceptación, Critères de succès, Critères d'acceptation, Critérios de sucesso, Critérios de aceitação, 成功基準, 受け入れ基準, 성공 기준, 완료 조건, 成功标准, 验收标准, 成功標準, 驗收標準, Criteri di successo, Criteri di accettazione, Критерии успеха, Критерии приёмки, Onnistumiskriteerit, Hyväksymiskriteerit"
        );

    public static FieldDefinition<Measurement> MeasuredImpact { get; } =
        Add<Measurement>(
            "measuredImpact",
            FieldKind.Measurement,
            "the measured effect, as written",
            "Measured Impact, Result, Outcome, Actual Impact, Results, Measured, Gemessene Wirkung, Ergebnis, Impacto medido, Resultado, Impact mesuré, Résultat, 測定結果, 効果, 結果, 측정된 효과, 결과, 实际影响, 结果, 实测效果, 實際影響, 實測效果, Impatto misurato, Risultato, Измеренный эффект, Результат, Mitattu vaikutus, Tulos"
        );

    public static FieldDefinition<double> TimeSpent { get; } =
        Add<double>(
            "timeSpent",
            FieldKind.Hours,
            "logged hours of work, at least 0",
            "Time Spent, Actual, Actual Time, Hours Spent, Actual Hours, Actual Effort, Effort Spent, Time Taken, Hours Worked, Aufgewendete Zeit, Zeitaufwand, Tiempo invertido, Tiempo real, Temps passé, Temps réel, Tempo gasto, 実績, 実績時間, 소요 시간, 실제 시간, 实际时间, 花费时间, Tatsächlicher Aufwand, Horas reales, Heures réelles, Horas reais, 実績工数, 실제 공수, 实际工时, 實際時間, 花費時間, 實際工時, Tempo impiegato, Tempo effettivo, Затраченное время, Фактическое время, Потрачено, Käytetty aika, Toteutunut aika"
        );

    public static FieldDefinition<double> HoursSaved { get; } =
        Add<double>(
            "hoursSaved",
            FieldKind.Savings,
            "hours saved in total; null when the text states a rate",
            "Time Saved, Hours Saved, Eingesparte Zeit, Gesparte Zeit, Tiempo ahorrado, Temps économisé, Temps gagné, Tempo economizado, 節約時間, 削減時間, 절약 시간, 절감 시간, 节省时间, 節省時間, Tempo risparmiato, Сэкономленное время, Экономия времени, Säästetty aika"
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
            "ROI, Return, Return on Investment, Rendite, Retorno, Retour sur investissement, 投資対効果, 투자 수익률, 投资回报率, 投資報酬率, Ritorno, Окупаемость, Tuotto",
            isGuarded: false
        );

    public static FieldDefinition<string> Reason { get; } =
        Add<string>(
            "reason",
            FieldKind.Text,
            "why it is deferred or rejected",
            "Reason, Why, Grund, Begründung, Warum, Motivo, Razón, Raison, Motif, Razão, 理由, 이유, 사유, 原因, Perché, Причина, Почему, Syy, Perustelu"
        );

    public static FieldDefinition<DateOnly> ReviewDate { get; } =
        Add<DateOnly>(
            "reviewDate",
            FieldKind.Date,
            "the day to reconsider a deferred improvement",
            "Review Date, Revisit, Review On, Wiedervorlage, Fecha de revisión, Date de révision, Data de revisão, 見直し日, 再検討, 재검토, 재검토일, 复查日期, 回顾日期, 複查日期, 回顧日期, Data di revisione, Дата пересмотра, Tarkistuspäivä"
        );

    public static FieldDefinition Id { get; } =
        Add(
            "id",
            FieldKind.Id,
            "the id",
            "ID, Key, Ref, Ticket, Identifier, Kennung, Identificador, Identifiant, 番号, 번호, 编号, 編號, Identificativo, Идентификатор, Номер, Tunnus, Tunniste",
            isGuarded: false
        );

    public static FieldDefinition Title { get; } =
        Add(
            "title",
            FieldKind.Title,
            "the title",
            "Improvement, Title, Item, Task, Name, Feature, Enhancement, Idea, Story, Issue, Action, Summary, Work Item, Opportunity, Verbesserung, Titel, Aufgabe, Maßnahme, Mejora, Título, Tarea, Elemento, Nombre, Amélioration, Titre, Tâche, Élément, Nom, Melhoria, Tarefa, Nome, 改善, 改善項目, タイトル, タスク, 項目, 名前, 개선, 개선 사항, 제목, 작업, 항목, 이름, 改进, 改进项, 标题, 任务, 项目, 名称, Description, Beschreibung, Descripción, Descrição, 説明, 설명, 描述, 改進, 改進項, 標題, 任務, 名稱, Miglioramento, Titolo, Attività, Улучшение, Задача, Название, Заголовок, Parannus, Tehtävä, Otsikko, Nimi, Descrizione, Описание, Kuvaus"
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
