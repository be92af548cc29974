import { ExportArticlesController } from './export-articles.controller.ts';

/** Exports: for the service's module, before what reads one article by its id. */
export const exportControllers = [ExportArticlesController];
